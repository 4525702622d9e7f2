# SPDX-License-Identifier: Apache-2.0
# One precompiled header serves every room, another every test program: each costs seconds and megabytes.
file(WRITE ${CMAKE_BINARY_DIR}/precompiled.cpp "")
add_library(qingheng_precompiled OBJECT ${CMAKE_BINARY_DIR}/precompiled.cpp)
target_link_libraries(qingheng_precompiled PUBLIC qingheng_options fmt::fmt)
target_precompile_headers(qingheng_precompiled PRIVATE
  <algorithm> <array> <cstdint> <expected> <functional> <map> <memory> <optional> <set> <span> <string>
  <string_view> <unordered_map> <utility> <variant> <vector> <fmt/format.h>)
add_library(qingheng_precompiled_test OBJECT ${CMAKE_BINARY_DIR}/precompiled.cpp)
target_link_libraries(qingheng_precompiled_test PUBLIC qingheng_options fmt::fmt GTest::gtest)
target_compile_definitions(qingheng_precompiled_test PUBLIC QINGHENG_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
target_precompile_headers(qingheng_precompiled_test PRIVATE
  <gtest/gtest.h> <algorithm> <expected> <map> <memory> <optional> <span> <string> <vector> <fmt/format.h>)

# add_room(NAME [USES room...] [LIBRARIES library...])
# A room is the static library of src/NAME (every .cpp below it, tests apart) and the test program
# NAME_test of the *_test.cpp files beside them. Sources are found by name: adding a file needs no edit.
function(add_room name)
  cmake_parse_arguments(ROOM "" "" "USES;LIBRARIES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")

  if(NOT sources)
    message(STATUS "room ${name}: no sources")
    add_library(qingheng_${name} INTERFACE)
    foreach(used IN LISTS ROOM_USES)
      target_link_libraries(qingheng_${name} INTERFACE qingheng_${used})
    endforeach()
    return()
  endif()
  add_library(qingheng_${name} STATIC ${sources})
  target_link_libraries(qingheng_${name} PUBLIC qingheng_options)
  foreach(used IN LISTS ROOM_USES)
    target_link_libraries(qingheng_${name} PUBLIC qingheng_${used})
  endforeach()
  target_link_libraries(qingheng_${name} PUBLIC ${ROOM_LIBRARIES})
  target_precompile_headers(qingheng_${name} REUSE_FROM qingheng_precompiled)

  if(tests)
    add_executable(${name}_test ${tests})
    target_compile_definitions(${name}_test PRIVATE QINGHENG_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    target_link_libraries(${name}_test PRIVATE qingheng_${name} GTest::gtest_main GTest::gmock rapidcheck)
    target_precompile_headers(${name}_test REUSE_FROM qingheng_precompiled_test)
    # Tests run in an odd zone on purpose: nothing may depend on where the machine stands. A hundred tries of a property,
    # which is the default, have missed what a thousand find.
    add_test(NAME unit.${name} COMMAND ${name}_test --gtest_shuffle --gtest_brief=1)
    set_tests_properties(unit.${name} PROPERTIES ENVIRONMENT "TZ=Asia/Kathmandu;RC_PARAMS=max_success=1000" LABELS unit)
  endif()
endfunction()

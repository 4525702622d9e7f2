# SPDX-License-Identifier: Apache-2.0
# Language level, warnings, sanitizers and the compiler cache: one place for every target.
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)

find_program(QINGHENG_CCACHE ccache)
if(QINGHENG_CCACHE)
  # Precompiled headers and relative paths need these settings for a cache hit.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${QINGHENG_CCACHE})
endif()

find_program(QINGHENG_MOLD mold)
add_library(qingheng_options INTERFACE)
target_compile_options(qingheng_options INTERFACE -Wall -Wextra -Wconversion -Werror -fno-omit-frame-pointer
                       # Designated initialisers name what they set; the rest has its default.
                       -Wno-missing-field-initializers)
target_include_directories(qingheng_options INTERFACE ${CMAKE_SOURCE_DIR}/src)
if(QINGHENG_MOLD)
  target_link_options(qingheng_options INTERFACE -fuse-ld=mold)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # The precompiled header hashes differently without it, so the cache would miss.
  target_compile_options(qingheng_options INTERFACE -fpch-preprocess)
  if(CMAKE_BUILD_TYPE STREQUAL "Release")
    # GCC 12 reports impossible overlaps and sizes inside libstdc++ strings when it optimises (GCC bug 105651);
    # the debug and sanitizer builds keep these warnings.
    target_compile_options(qingheng_options INTERFACE -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds
                                                      -Wno-stringop-overread -Wno-maybe-uninitialized)
  endif()
endif()
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  # The stable sort of libstdc++ 12 calls a function that it has itself deprecated.
  target_compile_options(qingheng_options INTERFACE -Wno-deprecated-declarations)
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Debug")
  target_compile_definitions(qingheng_options INTERFACE _GLIBCXX_ASSERTIONS)
endif()
if(QINGHENG_SANITIZE)
  target_compile_options(qingheng_options INTERFACE -fsanitize=${QINGHENG_SANITIZE} -fno-sanitize-recover=all -O1 -g1)
  target_link_options(qingheng_options INTERFACE -fsanitize=${QINGHENG_SANITIZE})
endif()
if(QINGHENG_FUZZ)
  target_compile_options(qingheng_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# The allocator of the programs that users run; the sanitizers bring their own.
add_library(qingheng_allocator INTERFACE)
if(NOT QINGHENG_SANITIZE)
  target_link_libraries(qingheng_allocator INTERFACE mimalloc)
endif()

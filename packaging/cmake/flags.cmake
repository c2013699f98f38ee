# One INTERFACE target carries every flag; each room links it and nothing else sets flags.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
# moc of Qt 6.4 cannot parse libstdc++'s <compare> when it is the first header; it needs nothing of it.
set(CMAKE_AUTOMOC_MOC_OPTIONS -D_COMPARE)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()

set(REEVE_SANITIZE "" CACHE STRING "Sanitizers to build with, as the compiler names them (address,undefined or thread)")
option(REEVE_FUZZ "Build the libFuzzer harnesses (clang only)" OFF)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()

add_library(reeve_flags INTERFACE)
add_library(reeve::flags ALIAS reeve_flags)
target_include_directories(reeve_flags INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(reeve_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror -fstack-protector-strong)
target_compile_definitions(reeve_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY QT_NO_FOREACH
  QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER QT_STRICT_ITERATORS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  QT_DISABLE_DEPRECATED_BEFORE=0x060400 REEVE_VERSION="${PROJECT_VERSION}"
  $<$<NOT:$<CONFIG:Debug>>:_FORTIFY_SOURCE=2>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports false positives of these three inside libstdc++ and Qt when it optimises.
  target_compile_options(reeve_flags INTERFACE -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds)
endif()
if(REEVE_SANITIZE)
  target_compile_options(reeve_flags INTERFACE -fsanitize=${REEVE_SANITIZE} -fno-omit-frame-pointer -U_FORTIFY_SOURCE)
  target_link_options(reeve_flags INTERFACE -fsanitize=${REEVE_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # What the sanitizers put in between hides from GCC that a value was set; they find the true cases at run time.
    target_compile_options(reeve_flags INTERFACE -Wno-maybe-uninitialized)
  endif()
endif()
if(REEVE_FUZZ)
  # The rooms count their branches, too; without it a harness sees only its own file and mutates blindly.
  target_compile_options(reeve_flags INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(reeve_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

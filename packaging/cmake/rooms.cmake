# reeve_add_rooms(<floor> <room>...): adds the folders in the order of knowledge.
function(reeve_add_rooms floor)
  foreach(room IN LISTS ARGN)
    if(EXISTS ${PROJECT_SOURCE_DIR}/${floor}/${room}/CMakeLists.txt)
      add_subdirectory(${PROJECT_SOURCE_DIR}/${floor}/${room} ${PROJECT_BINARY_DIR}/${floor}/${room})
    endif()
  endforeach()
endfunction()

# reeve_room(<name> SOURCES ... [LINKS ...]): a static library of this folder, reeve_<name>, alias reeve::<name>.
# LINKS names rooms as reeve::<room> and libraries by their imported target.
function(reeve_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LINKS" ${ARGN})
  add_library(reeve_${name} STATIC ${ROOM_SOURCES})
  add_library(reeve::${name} ALIAS reeve_${name})
  set_target_properties(reeve_${name} PROPERTIES AUTOMOC ON)
  target_link_libraries(reeve_${name} PUBLIC reeve::flags ${ROOM_LINKS})
endfunction()

# reeve_program(<name> MAIN main.cpp LINKS ...): an executable, put into <build>/bin.
function(reeve_program name)
  cmake_parse_arguments(PROGRAM "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${PROGRAM_SOURCES})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
  target_link_libraries(${name} PRIVATE reeve::flags ${PROGRAM_LINKS})
  install(TARGETS ${name} RUNTIME DESTINATION bin)
endfunction()

# What all test programs are compiled with; equal for all, because they share precompiled headers.
function(reeve_test_flags name)
  # What a test measures lies in the rooms; its own code is compiled a third faster without the costly passes.
  target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O1>)
  target_compile_definitions(${name} PRIVATE
    REEVE_SOURCE_DIR="${PROJECT_SOURCE_DIR}" REEVE_BINARY_DIR="${PROJECT_BINARY_DIR}")
  if(CCACHE_PROGRAM AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # ccache takes part in precompiled headers only when it is told that they may be trusted.
    target_compile_options(${name} PRIVATE -fpch-preprocess)
    set_target_properties(${name} PROPERTIES CXX_COMPILER_LAUNCHER
      "${CMAKE_COMMAND};-E;env;CCACHE_SLOPPINESS=pch_defines,time_macros;${CCACHE_PROGRAM}")
  endif()
endfunction()

# reeve_test(<tst_name> [SWEEP] [SOURCES extra...] LINKS ... [LABELS ...]): one Qt Test program from <tst_name>.cpp.
# The label `threads` is for tests of what runs on several threads; the thread sanitizer runs them.
# SWEEP: with REEVE_FULL=1 it does much more and may take half an hour.
add_custom_target(threads)
function(reeve_test name)
  cmake_parse_arguments(TEST "SWEEP" "" "SOURCES;LINKS;LABELS" ${ARGN})
  add_executable(${name} ${name}.cpp ${TEST_SOURCES})
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
  target_link_libraries(${name} PRIVATE reeve::flags Qt6::Test ${TEST_LINKS})
  reeve_test_flags(${name})
  if(NOT REEVE_FUZZ)
    target_precompile_headers(${name} REUSE_FROM reeve_test_headers)
  endif()
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT 300 LABELS "${TEST_LABELS}"
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;QTEST_FUNCTION_TIMEOUT=1800000")
  if(threads IN_LIST TEST_LABELS)
    add_dependencies(threads ${name})
  endif()
  if(TEST_SWEEP)
    set_tests_properties(${name} PROPERTIES TIMEOUT 1800)
  endif()
endfunction()

# reeve_bench(<bench_name> [SOURCES extra...] LINKS ...): a measuring program, built with everything, run by hand
# or by tests/run.sh --full; never a test.
function(reeve_bench name)
  cmake_parse_arguments(BENCH "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${name}.cpp ${BENCH_SOURCES})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
  target_link_libraries(${name} PRIVATE reeve::flags ${BENCH_LINKS})
endfunction()

# reeve_fuzz(<fuzz_name> LINKS ...): a libFuzzer harness (clang, REEVE_FUZZ=ON).
function(reeve_fuzz name)
  cmake_parse_arguments(FUZZ "" "" "LINKS" ${ARGN})
  if(REEVE_FUZZ)
    add_executable(${name} ${name}.cpp)
    target_link_libraries(${name} PRIVATE reeve::flags ${FUZZ_LINKS})
    target_compile_options(${name} PRIVATE -fsanitize=fuzzer)
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  endif()
endfunction()

# shellcheck shell=bash
# Configures and builds the release preset. Sourced, from the project's root, by packaging/run and packaging/test.
# Both share build/release: packaging/test switches the tests on and they stay on, which rebuilds nothing of the
# program; packaging/run builds the program alone, and until then needs no test library.

release=build/release

# cmake cannot use a cache that was made when the project's folder stood elsewhere.
configured_here() { grep -qsxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" $release/CMakeCache.txt; }

configure_program() {
    if configured_here; then
        cmake --preset release >/dev/null  # 0.05 s, and a changed preset is not overlooked
    else
        cmake --fresh --preset release -DKUSHI_TESTS=OFF
    fi
}

configure_with_tests() {
    if configured_here; then
        cmake --preset release -DKUSHI_TESTS=ON
    else
        cmake --fresh --preset release -DKUSHI_TESTS=ON
    fi
}

# build [CMAKE_BUILD_ARGUMENT...]
build() { cmake --build --preset release --parallel "$(nproc)" "$@"; }

# shellcheck shell=bash disable=SC2034
# What Kushi needs from Debian 12, and how it gets here. Sourced by packaging/run and packaging/test.
# Every find_package and pkg_check_modules of CMakeLists.txt has its package here; shared libraries come with their
# -dev package.

packages_to_build=(
    g++ cmake ninja-build pkg-config
    ccache mold               # only make building faster
    libsqlitecpp-dev libsqlite3-dev
    libboost-dev              # Asio, headers only
    libsodium-dev
    nlohmann-json3-dev libcli11-dev libfmt-dev libspdlog-dev
    libexpected-dev           # tl::expected
    libhowardhinnant-date-dev # time zones: gcc 12 has none
    libicu-dev
    iso-codes                 # which currencies there are
    libpango1.0-dev libcairo2-dev libfontconfig-dev
    libqrencode-dev
    gettext                   # the terminal's words in Japanese
    libwxgtk3.2-dev libgtk-3-dev
)
packages_to_run=(
    fonts-inter               # Latin figures and words, on paper and in PDF
    fonts-noto-cjk            # Japanese on receipts drawn as pixels
    fonts-ipaexfont-gothic    # Japanese in PDF: TrueType, so a receipt stays under 30 kB
    tzdata                    # the salon's zone decides its business day
)
packages_to_test=(
    libgmock-dev              # brings GoogleTest as well
    git                       # tests/house asks it which files are the project's
    strace                    # tests/fault makes the disk fail under the program
    util-linux                # tests/fault mounts a full and a read-only disk of its own
    poppler-utils             # reads the PDFs that Cairo wrote: text, fonts, pages
    xvfb xdotool              # tests/e2e has a screen of its own, and a finger
    dbus-daemon at-spi2-core  # tests/e2e finds a control by what a screen reader is told of it
    python3-gi gir1.2-gtk-3.0 # tests/e2e speaks to that bus, and leaves a picture where it fails
)

# Installs those of the named packages that are missing, as root or through sudo; says which, or how to do it by hand.
install_missing() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        echo "This needs Debian 12: there is no apt-get here to install packages with." >&2
        return 1
    fi
    local missing
    missing=$(not_installed "$@")
    if [ -z "$missing" ]; then return 0; fi
    mapfile -t missing <<<"$missing"

    local by_hand="apt-get update && apt-get install --no-install-recommends ${missing[*]}"
    local as_root=(env)
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            printf 'Packages are missing, and installing them needs root. As root, run\n\n  %s\n\nand start this again.\n' "$by_hand" >&2
            return 1
        fi
        as_root=(sudo env)
    fi
    echo "Installing what is missing: ${missing[*]}"
    # A foreign source that does not answer is no reason to stop: whether the packages are to be had, install tells.
    apt_get update || echo "apt-get update failed; going on with the lists that are here" >&2
    if ! apt_get install --yes --no-install-recommends "${missing[@]}"; then
        printf '\nThe packages could not be installed; the lines above say why. Kushi is built on Debian 12 (this is %s).\n' "$(this_system)" >&2
        printf 'Check the network and the sources of apt, or run as root\n\n  %s\n\nand start this again.\n' "$by_hand" >&2
        return 1
    fi
}

# Uses `as_root` of install_missing. Another apt-get at work is waited for, and nothing is ever asked.
apt_get() {
    "${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120 "$@" </dev/null
}

not_installed() {
    local installed
    # It fails, and says nothing of use, when one of them was never here.
    installed=$(dpkg-query --show --showformat '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
    local package
    for package in "$@"; do
        grep -qxF "$package installed" <<<"$installed" || echo "$package"
    done
}

this_system() { (. /etc/os-release 2>/dev/null && echo "${PRETTY_NAME:-unknown}"); }

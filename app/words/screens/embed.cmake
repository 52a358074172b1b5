# Writes OUTPUT, a C++ file that defines japanese_catalogue() from the compiled catalogue MO.
file(READ "${MO}" bytes HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${bytes}")
# In pieces: a string literal has a longest length that compilers promise.
string(REGEX REPLACE "((\\\\x[0-9a-f][0-9a-f])(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?)" "    \"\\1\"\n" bytes "${bytes}")
file(SIZE "${MO}" size)
file(WRITE "${OUTPUT}" "#include \"app/widgets/catalogue.h\"\n\nnamespace kushi {\n\nstd::string_view japanese_catalogue()\n{\n    static constexpr char bytes[] =\n${bytes}    ;\n    return {bytes, ${size}};\n}\n\n}  // namespace kushi\n")

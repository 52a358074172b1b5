# Writes OUTPUT, a C++ file that defines embedded_<name> for each <name> of NAMES (joined by +) from FOLDER/<name>.json.
# A raw string keeps the text as it stands; the compiler takes one of any length.
set(code "#include \"app/presets/embedded.h\"\n\nnamespace kushi {\n\n")
string(REPLACE "+" ";" names "${NAMES}")
foreach(name IN LISTS names)
    file(READ "${FOLDER}/${name}.json" text)
    string(FIND "${text}" ")kushi\"" end_mark)
    if(NOT end_mark EQUAL -1)
        message(FATAL_ERROR "${name}.json holds the mark that ends a raw string")
    endif()
    string(APPEND code "const std::string_view embedded_${name} = R\"kushi(${text})kushi\";\n\n")
endforeach()
file(WRITE "${OUTPUT}" "${code}}  // namespace kushi\n")

#include "salon_on_disk.h"

#include <stdlib.h>

#include <array>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "app/engine/create_salon.h"
#include "core/id.h"

namespace kushi::fault {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

fs::path new_folder()
{
    auto name = (fs::temp_directory_path() / "kushi-fault-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error{"no temporary folder"};
    return name;
}

nlohmann::ordered_json ask(Engine& engine, const Json& request)
{
    auto answer = engine.perform(request, {"haruka", "en"});
    if (!answer["ok"].get<bool>()) throw std::runtime_error{answer.dump()};
    return answer;
}

}  // namespace

SalonOnDisk::SalonOnDisk() : folder_{new_folder()}
{
    NewSalon wanted;
    wanted.folder = folder_;
    wanted.preset = "tokyo";
    wanted.pin_cost = PinCost::least();
    if (!create_salon(wanted, real_world())) throw std::runtime_error{"no salon"};
    perform(R"({"do":"open_day","float":30000})");
}

SalonOnDisk::~SalonOnDisk()
{
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

std::string SalonOnDisk::perform(const std::string& request) const
{
    OpenSalon salon{folder_, real_world()};
    return ask(salon.engine(), Json::parse(request)).dump();
}

std::vector<std::string> SalonOnDisk::visits_to_pay(int count) const
{
    OpenSalon salon{folder_, real_world()};
    std::vector<std::string> visits;
    for (int i = 0; i < count; ++i) {
        visits.push_back(ask(salon.engine(), {{"do", "check_in"}})["visit"]);
        ask(salon.engine(), {{"do", "add_line"}, {"visit", visits.back()}, {"item", "yuzu-clarifying-shampoo"}});
    }
    return visits;
}

std::vector<std::string> SalonOnDisk::kushi(const std::vector<std::string>& words) const
{
    std::vector<std::string> all{KUSHI_PROGRAM, "--data", folder_.string(), "--as", "haruka"};
    all.insert(all.end(), words.begin(), words.end());
    return all;
}

void SalonOnDisk::become(const SalonOnDisk& other) const
{
    for (const auto& old : fs::directory_iterator{folder_}) fs::remove_all(old);
    fs::copy(other.folder_, folder_, fs::copy_options::recursive);
}

std::string new_key()
{
    std::array<std::uint8_t, 10> random{};
    real_world().random(random);
    return uuid_text(uuid_v7(real_world().now().time_since_epoch().count(), random));
}

std::string checkout_line(const std::string& visit, const std::string& key)
{
    return Json{{"do", "checkout"}, {"visit", visit}, {"key", key}, {"tenders", {{{"type", "cash"}, {"amount", 20'000}}}}}.dump() + "\n";
}

std::optional<std::string> text_in(const std::string& line, const std::string& name)
{
    const auto json = Json::parse(line, nullptr, false);
    if (!json.is_object() || !json.contains(name) || !json[name].is_string()) return std::nullopt;
    return json[name].get<std::string>();
}

bool is_ok(const std::string& line) { return line.starts_with(R"({"ok":true)"); }

}  // namespace kushi::fault

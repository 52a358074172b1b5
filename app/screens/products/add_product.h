#pragma once

#include <nlohmann/json_fwd.hpp>

#include "app/screens/host.h"
#include "app/screens/ritual/ritual_state.h"
#include "app/screens/ritual/treatment_json.h"

namespace kushi {

/// A sheet that finds a product, takes its amount and lot, and records it: for what the plan does not know. A product
/// that the client's allergies block is said so, and used only with a manager's leave and a reason.
class AddProduct {
public:
    using Ask = std::function<void(nlohmann::json, Reply)>;
    AddProduct(Host& host, Ask ask, std::function<void()> recorded)
        : host_{host}, ask_{std::move(ask)}, recorded_{std::move(recorded)}
    {}

    /// `step`: id of the step under way; empty where none is.
    void open(const std::string& visit, const std::string& step, std::vector<ProductChoice> products);
    void close();
    [[nodiscard]] bool is_open() const { return open_; }
    [[nodiscard]] Sheet sheet(const Viewport& view) const;

private:
    void choose(const ProductChoice& product);
    void record(const std::string& reason);
    void take(const nlohmann::json& answer);
    [[nodiscard]] nlohmann::json request() const;
    [[nodiscard]] Node search() const;
    [[nodiscard]] Node amount(const Viewport& view) const;

    Host& host_;
    Ask ask_;
    std::function<void()> recorded_;
    bool open_ = false;
    bool busy_ = false;
    bool blocked_ = false;
    std::string visit_, step_, find_, problem_, reason_;
    std::vector<ProductChoice> products_;
    std::optional<ProductChoice> chosen_;
    std::vector<LotChoice> lots_;
    std::string lot_;    ///< empty: the one that expires first
    std::string typed_;  ///< the amount
};

/// The lots of a product to choose from: one that has expired is off and says so.
Node lot_chips(const std::vector<LotChoice>& lots, const std::string& chosen,
               const std::function<void(const LotChoice&)>& choose);
/// "03/2028" of "2028-03-31"; 2028/03 in Japanese.
std::string expiry_words(const std::string& date);

}  // namespace kushi

#pragma once

#include <utility>

#include "db/verify.h"

namespace kushi::verify_detail {

/// Collects problems into the report, the first hundred by name and all of them by count.
class Findings {
public:
    explicit Findings(const VerifyOptions& options) : options_{options} {}

    void add(VerifyProblem problem)
    {
        (problem.kind == "behind" || problem.kind == "rewritten" ? report.behind : report.damaged) = true;
        ++report.problem_count;
        if (report.problems.size() < 100) report.problems.push_back(std::move(problem));
    }
    void progress(std::string_view part, std::int64_t done, std::int64_t total) const
    {
        if (options_.progress) options_.progress(part, done, total);
    }

    VerifyReport report;

private:
    const VerifyOptions& options_;
};

// chain.cpp, signatures.cpp, money.cpp, days.cpp
void check_chains(const Database& database, const VerifyOptions& options, Findings& findings);
void check_signatures(const Database& database, const VerifyOptions& options, Findings& findings);
void check_anchors(const Database& database, const VerifyOptions& options, Findings& findings);
void check_money(const Database& database, Findings& findings);
void check_days(const Database& database, Findings& findings);

}  // namespace kushi::verify_detail

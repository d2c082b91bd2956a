/*
 * Copyright 2026 the Haumea project
 *
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except
 * in compliance with the License. You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the License
 * is distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express
 * or implied. See the License for the specific language governing permissions and limitations under
 * the License.
 */
package io.haumea.trial;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.haumea.trial.cases.CaseEntry;
import io.haumea.trial.cases.CaseResult;
import io.haumea.trial.cases.Comparison;
import io.haumea.trial.cases.RuleCase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a case gave what it should.
 *
 * @param entry the case
 * @param result what it gave
 * @param failure expected and actual in one line, or null if they are the same
 */
public record Verdict(CaseEntry entry, CaseResult result, @Nullable String failure) {

    /** Whether all is as expected. */
    public boolean passed() {
        return failure == null;
    }

    static Verdict of(CaseEntry entry, CaseResult result) {
        return new Verdict(entry, result, failure(entry, result));
    }

    private static @Nullable String failure(CaseEntry entry, CaseResult result) {
        RuleCase ruleCase = entry.ruleCase();
        if (result.broken() != null || ruleCase == null) {
            return result.broken();
        }
        RuleCase.Expectation expected = ruleCase.expectation();
        if (expected.error()) {
            return refusal(expected.errorText(), result);
        }
        if (expected.output() == null) {
            return "the case has neither 'expect' nor 'expect_error'; it gave " + shown(result);
        }
        if (result.refused() == null
                && new Comparison(expected).sameOutput(expected.output(), parsed(result))) {
            return null;
        }
        return "expected " + expected.output() + " but got " + shown(result);
    }

    private static @Nullable String refusal(@Nullable String text, CaseResult result) {
        String refused = result.refused();
        if (refused == null) {
            return "expected the rule to be refused"
                    + (text == null ? "" : ": " + text)
                    + " but it gave "
                    + shown(result);
        }
        return text == null || refused.contains(text.strip())
                ? null
                : "expected the refusal to say: " + text.strip() + " but it says: " + refused;
    }

    private static String shown(CaseResult result) {
        return result.refused() == null
                ? result.output().toString()
                : "the refusal: " + result.refused();
    }

    private static List<JsonElement> parsed(CaseResult result) {
        List<JsonElement> parsed = new ArrayList<>();
        for (String text : result.output()) {
            try {
                parsed.add(JsonParser.parseString(text));
            } catch (JsonParseException e) {
                parsed.add(new JsonPrimitive(text));
            }
        }
        return parsed;
    }
}

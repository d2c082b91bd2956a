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
package io.haumea.sql.analyze;

import io.haumea.sql.ast.Select;
import io.haumea.sql.ast.Statement;
import io.haumea.sql.error.SqlException;
import io.haumea.sql.function.FunctionCatalog;
import io.haumea.sql.parse.SqlParser;
import io.haumea.sql.plan.LogicalPlan;
import io.haumea.sql.stream.StreamCatalog;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The query of a rule: from its text to its plan, and what to say if that fails. Stateless. */
public final class RuleQuery {

    /** Texts of the reference that stand alone; all others follow the statement. */
    private static final List<String> BARE =
            List.of(
                    "fail to get stream ",
                    "preprocessor is set ",
                    "Invalid option ",
                    "unsupported window type ",
                    "SQL ");

    private static final Pattern UNKNOWN_FUNCTION =
            Pattern.compile("cannot get the plugin file name: invalid name (.*): not exist");

    private RuleQuery() {}

    /**
     * Parses and analyses the query of a rule.
     *
     * @param sql its text
     * @param options the options of the rule
     * @param streams finds the streams that it reads
     * @param functions finds the functions that it calls
     * @return the plan
     * @throws SqlException if it is no SELECT, or one that can't be carried out
     */
    public static LogicalPlan plan(
            String sql, AnalysisOptions options, StreamCatalog streams, FunctionCatalog functions) {
        return Analyzer.analyze(select(sql), options, streams, functions);
    }

    /**
     * Parses the query of a rule.
     *
     * @param sql its text
     * @return the query
     * @throws SqlException if it is no SELECT
     */
    public static Select select(String sql) {
        Optional<Statement> statement = SqlParser.parse(sql);
        if (statement.isPresent() && statement.get() instanceof Select select) {
            return select;
        }
        throw SqlParser.notBegun(
                sql, "SQL " + sql + " is not a select statement.", List.of("SELECT"));
    }

    /**
     * Why a query is refused, in the words that clients of the reference know, and where.
     *
     * @param sql its text
     * @param cause what {@link #plan} threw
     * @return one sentence or more
     */
    public static String refusal(String sql, SqlException cause) {
        String message = String.valueOf(cause.getMessage()).strip();
        String located = cause.located();
        if (BARE.stream().anyMatch(message::startsWith)) {
            return located;
        }
        String where = located.substring(Math.min(located.length(), message.length()));
        Matcher function = UNKNOWN_FUNCTION.matcher(message);
        if (function.matches()) {
            // The reference's text says nothing to people, but programs look for it.
            return parseError(sql)
                    + "there is no function "
                    + function.group(1)
                    + where
                    + " ("
                    + message
                    + ".)";
        }
        return parseError(sql) + message + "." + where;
    }

    private static String parseError(String sql) {
        return "Parse SQL " + sql + " error: ";
    }
}

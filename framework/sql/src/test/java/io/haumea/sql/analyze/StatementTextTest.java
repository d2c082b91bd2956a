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

import static org.assertj.core.api.Assertions.assertThat;

import io.haumea.sql.ast.Join;
import io.haumea.sql.ast.Select;
import io.haumea.sql.ast.SelectItem;
import io.haumea.sql.ast.StreamRef;
import io.haumea.sql.error.SqlException;
import io.haumea.sql.parse.SqlParser;
import io.haumea.sql.parse.SyntaxText;
import io.haumea.sql.plan.PlanText;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A statement written from its tree has the same plan, or the same error. */
class StatementTextTest {

    private static final TestStreams STREAMS =
            new TestStreams(
                    "CREATE STREAM l (a BIGINT, b FLOAT, c STRING) WITH ()",
                    "CREATE STREAM r () WITH ()");

    @Property(tries = 500)
    void whenAStatementIsWrittenFromItsTree_thenItsPlanIsTheSame(@ForAll("statements") String sql) {
        assertThat(plan(text(SqlParser.parseSelect(sql)))).isEqualTo(plan(sql));
    }

    private static String plan(String sql) {
        try {
            return PlanText.of(
                    Analyzer.analyze(
                            SqlParser.parseSelect(sql),
                            AnalysisOptions.DEFAULTS,
                            STREAMS,
                            new TestFunctions()));
        } catch (SqlException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String text(Select select) {
        StringBuilder text = new StringBuilder("SELECT ");
        text.append(
                select.items().stream()
                        .map(StatementTextTest::item)
                        .collect(Collectors.joining(", ")));
        text.append(" FROM ").append(stream(select.from().first()));
        for (Join join : select.from().joins()) {
            text.append(' ').append(join.kind()).append(" JOIN ").append(stream(join.stream()));
            text.append(join.condition() == null ? "" : " ON " + SyntaxText.of(join.condition()));
        }
        text.append(select.where() == null ? "" : " WHERE " + SyntaxText.of(select.where()));
        String keys =
                select.groupBy().stream().map(SyntaxText::of).collect(Collectors.joining(", "));
        text.append(keys.isEmpty() ? "" : " GROUP BY " + keys);
        text.append(select.having() == null ? "" : " HAVING " + SyntaxText.of(select.having()));
        String order =
                select.orderBy().stream()
                        .map(key -> SyntaxText.of(key.column()) + (key.descending() ? " DESC" : ""))
                        .collect(Collectors.joining(", "));
        return text.append(order.isEmpty() ? "" : " ORDER BY " + order).toString();
    }

    private static String item(SelectItem item) {
        String alias = item.alias() == null ? "" : " AS " + item.alias();
        return SyntaxText.of(item.expression()) + alias;
    }

    private static String stream(StreamRef stream) {
        return stream.name() + (stream.alias() == null ? "" : " AS " + stream.alias());
    }

    @Provide
    Arbitrary<String> statements() {
        Arbitrary<String> items =
                Arbitraries.of(
                        "*",
                        "a, b + 1 AS x",
                        "count(*) AS n, a",
                        "sum(a * 2) AS n, max(b)",
                        "l.a AS x, -b",
                        "a IS NULL AS y, c AS x");
        Arbitrary<String> from =
                Arbitraries.of(
                        "l",
                        "r",
                        "l AS s",
                        "l LEFT JOIN r ON l.a = r.a",
                        "l AS s FULL JOIN r AS t ON s.a = t.a AND (s.b > 1 OR t.c = 'x')",
                        "r CROSS JOIN l");
        Arbitrary<String> where =
                Arbitraries.of("", " WHERE a > 1 AND NOT b = 2 OR c != 'z'", " WHERE x > 1");
        Arbitrary<String> groupBy =
                Arbitraries.of(
                        "",
                        " GROUP BY a",
                        " GROUP BY TUMBLINGWINDOW(ss, 10)",
                        " GROUP BY c, HOPPINGWINDOW(mi, 2, 1), a",
                        " GROUP BY SLIDINGWINDOW(ms, 500) FILTER(WHERE a > 1 AND b < 2)",
                        " GROUP BY SESSIONWINDOW(hh, 2, 1), x",
                        " GROUP BY COUNTWINDOW(5, 2)");
        Arbitrary<String> having =
                Arbitraries.of("", " HAVING count(*) > 1", " HAVING n > 1 OR a = 2");
        Arbitrary<String> orderBy =
                Arbitraries.of("", " ORDER BY a", " ORDER BY x DESC, n", " ORDER BY l.a, b DESC");
        return Combinators.combine(items, from, where, groupBy, having, orderBy)
                .as((i, f, w, g, h, o) -> "SELECT " + i + " FROM " + f + w + g + h + o);
    }
}

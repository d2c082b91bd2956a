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
package io.haumea.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows as the reference ends them: rows are written {@code n@time}, emissions as lists of n. */
class WindowTimelineTest {

    private static final String STREAM =
            "CREATE STREAM demo (n BIGINT, ts BIGINT) WITH (TIMESTAMP=\"ts\")";
    private static final Pattern NUMBER = Pattern.compile("\"n\":(\\d+)");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hoppingwindow(ss,2,1) | 1@300 2@900 3@1500 | 1000:[1,2] 2000:[1,2,3] 3000:[3]",
                "hoppingwindow(ss,1,2) | 1@300 2@1500 3@2500 4@3500 | 2000:[1,2] 4000:[4]",
                "tumblingwindow(ss,1) | 1@300 2@999 3@1000 4@3500 | 1000:[1,2] 2000:[3] 4000:[4]",
                "slidingwindow(ss,1) | 1@100 2@600 3@1100 4@1601 5@3000 | 100:[1] 600:[1,2]"
                        + " 1100:[1,2,3] 1601:[3,4] 3000:[5]",
                "sessionwindow(ss,2,1) | 1@500 2@1400 3@2300 4@3200 5@4100 6@4900 7@5800 8@9000 |"
                        + " 4000:[1,2,3,4] 6800:[5,6,7] 10000:[8]",
                "countwindow(5,2) | 1@1 2@2 3@3 4@4 5@5 6@6 7@7 8@8 | 6:[2,3,4,5,6] 8:[4,5,6,7,8]",
                "countwindow(3) | 1@1 2@2 3@3 4@4 5@5 6@6 7@7 | 3:[1,2,3] 6:[4,5,6]",
                "countwindow(2) filter(where n > 2) | 1@1 2@2 3@3 4@4 | 4:[3,4]",
            })
    void whenRowsArrive_thenWindowsEndAsInTheReference(String window, String rows, String ends) {
        // given
        StreamsBench bench = StreamsBench.of("select n from demo group by " + window, STREAM);
        List<String> emitted = new ArrayList<>();
        List<Row> all = rows(rows);
        long last = all.get(all.size() - 1).millis() + 20_000;
        int next = 0;
        // when
        for (long now = 0; now <= last; now++) {
            bench.at(now);
            while (next < all.size() && all.get(next).millis() == now) {
                collect(bench, now, emitted);
                bench.send("demo", all.get(next++).json());
            }
            collect(bench, now, emitted);
        }
        // then
        assertThat(String.join(" ", emitted)).isEqualTo(ends);
        if (!window.startsWith("sliding") && !window.startsWith("count")) {
            assertThat(bench.armedTimers()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tumblingwindow(ss,1) | 0 | 1@1000 2@1001 3@1999 4@2000 5@2000 6@1999 7@2500 8@6500"
                        + " 9@7000 10@7001 | [1] [2,3,4] [5,7] [8,9]",
                "tumblingwindow(ss,1) | 1000 | 1@10000 2@10900 3@9950 4@9800 5@12100 6@11050"
                        + " 7@11100 8@13500 | [3,1] [2] [7]",
                "hoppingwindow(ss,2,1) | 0 | 1@10200 2@10900 3@11000 4@12000 5@13100 6@19100"
                        + " 7@22100 | [1,2,3] [1,2,3,4] [3,4] [4,5] [5] [6] [6]",
                "slidingwindow(ss,1) | 0 | 1@10200 2@10900 3@10900 4@11200 5@11201 | [1] [1,2]"
                        + " [1,2,3,4] [2,3,4,5]",
                "sessionwindow(ss,5,1) | 0 | 1@10200 2@10900 3@11900 4@12901 5@13800 6@14700"
                        + " 7@15600 8@16500 9@17400 10@18300 11@19200 12@20100 13@30000 | [1,2,3]"
                        + " [4,5,6,7,8,9,10,11] [12]",
            })
    void whenRowsCarryTheirTime_thenWindowsEndAsInTheReference(
            String window, long late, String rows, String ends) {
        // given
        StreamsBench bench =
                StreamsBench.eventTime("select n from demo group by " + window, late, STREAM);
        List<String> emitted = new ArrayList<>();
        // when
        for (Row row : rows(rows)) {
            bench.send("demo", row.json());
            bench.results().forEach(result -> emitted.add(numbers(result)));
        }
        // then
        assertThat(String.join(" ", emitted)).isEqualTo(ends);
    }

    private static void collect(StreamsBench bench, long now, List<String> emitted) {
        bench.results().forEach(result -> emitted.add(now + ":" + numbers(result)));
    }

    private static String numbers(String json) {
        List<String> numbers =
                NUMBER.matcher(json).results().map((MatchResult found) -> found.group(1)).toList();
        return "[" + String.join(",", numbers) + "]";
    }

    private record Row(String n, long millis) {
        String json() {
            return String.format(Locale.ROOT, "{\"n\":%s,\"ts\":%d}", n, millis);
        }
    }

    private static List<Row> rows(String text) {
        List<Row> rows = new ArrayList<>();
        for (String part : text.split(" ", -1)) {
            String[] halves = part.split("@", -1);
            rows.add(new Row(halves[0], Long.parseLong(halves[1])));
        }
        return rows;
    }
}

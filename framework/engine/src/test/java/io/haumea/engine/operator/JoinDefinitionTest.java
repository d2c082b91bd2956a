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

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A join that looks rows up gives what one that looks at all pairs gives, errors included. */
class JoinDefinitionTest {

    private static final String[] STREAMS = {
        "CREATE STREAM l () WITH ()", "CREATE STREAM r () WITH ()"
    };

    @Property(tries = 400)
    void whenRowsAreLookedUp_thenTheResultIsThatOfAllPairs(
            @ForAll("kinds") String kind,
            @ForAll("conditions") String condition,
            @ForAll("values") List<String> left,
            @ForAll("values") List<String> right) {
        // given: the same condition, of which nothing can be looked up as it begins with OR
        StreamsBench hashed = bench(kind, condition);
        StreamsBench pairs = bench(kind, "false or " + condition);

        // when
        for (StreamsBench bench : List.of(hashed, pairs)) {
            for (int i = 0; i < left.size(); i++) {
                bench.send("l", "{\"k\":" + left.get(i) + ",\"x\":" + i + "}");
            }
            for (int i = 0; i < right.size(); i++) {
                bench.send("r", "{\"k\":" + right.get(i) + ",\"y\":" + i + "}");
            }
            bench.at(1000);
        }

        // then
        assertThat(hashed.results()).isEqualTo(pairs.results());
    }

    private static StreamsBench bench(String kind, String condition) {
        return StreamsBench.of(
                "select x, y, l.k as a, r.k as b from l "
                        + kind
                        + " join r on ("
                        + condition
                        + ") group by tumblingwindow(ss, 1)",
                STREAMS);
    }

    @Provide
    Arbitrary<String> kinds() {
        return Arbitraries.of("inner", "left", "right", "full");
    }

    @Provide
    Arbitrary<String> conditions() {
        return Arbitraries.of(
                "(l.k = r.k)",
                "(r.k = l.k and x > y)",
                "(l.k = r.k and l.x = r.y)",
                "(l.k = r.k and l.k > 1)",
                "(l.k = r.k and x / y > 1)");
    }

    @Provide
    Arbitrary<List<String>> values() {
        Arbitrary<String> alike =
                Arbitraries.of("1", "2", "2.0", "-0.0", "0", "null", "9007199254740993");
        Arbitrary<String> mixed = Arbitraries.of("1", "\"1\"", "true", "null", "[1]", "2");
        return Arbitraries.oneOf(alike.list().ofMaxSize(7), mixed.list().ofMaxSize(5));
    }
}

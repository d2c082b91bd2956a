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
package io.haumea.server.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haumea.engine.rule.RuleOptions;
import io.haumea.sdk.data.Schema;
import io.haumea.server.config.SourceProperties;
import io.haumea.sql.stream.StreamCatalog;
import io.haumea.sql.stream.StreamDefinition;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rules on an engine that runs nothing, with their files in a folder of the test. */
@Timeout(60)
abstract class RulesFixture {

    static final String CANCELED = "Stopped: canceled manually or by error.";

    @TempDir Path data;

    final FakeEngine engine = new FakeEngine();
    final Map<String, StreamDefinition> streams =
            new ConcurrentHashMap<>(
                    Map.of(
                            "demo",
                            new StreamDefinition("demo", Schema.NONE, Map.of("TYPE", "mqtt"))));

    static void assertNotFound(Runnable command, String message) {
        assertThatThrownBy(command::run)
                .isInstanceOfSatisfying(RuleException.class, e -> assertThat(e.notFound()).isTrue())
                .hasMessage(message);
    }

    static String rule(String id, String sql, String sink) {
        return "{\"id\":\""
                + id
                + "\",\"sql\":\""
                + sql
                + "\",\"actions\":[{\""
                + sink
                + "\":{}}]}";
    }

    Rules rules() {
        return new Rules(
                data.resolve("rules"),
                new RuleParser(RuleOptions.DEFAULTS),
                new RuleParts(
                        engine,
                        new MapCatalog(streams),
                        engine,
                        new SourceProperties(data.resolve("etc"), Map.of()),
                        engine::sinkOptions));
    }

    private record MapCatalog(Map<String, StreamDefinition> streams) implements StreamCatalog {
        @Override
        public Optional<StreamDefinition> find(String name) {
            return Optional.ofNullable(streams.get(name));
        }

        @Override
        public Collection<String> names() {
            return streams.keySet();
        }
    }

    static void await(BooleanSupplier condition) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(limit);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}

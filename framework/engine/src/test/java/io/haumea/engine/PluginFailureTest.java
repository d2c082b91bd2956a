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
package io.haumea.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haumea.builtin.Builtins;
import io.haumea.engine.fixture.Await;
import io.haumea.engine.fixture.EngineBench;
import io.haumea.engine.fixture.FakeSink;
import io.haumea.engine.fixture.FakeSource;
import io.haumea.engine.fixture.Plans;
import io.haumea.engine.port.MissingContributionException;
import io.haumea.engine.rule.RuleSpec;
import io.haumea.engine.rule.RunningRule;
import io.haumea.sdk.data.Schema;
import io.haumea.sdk.format.Decoder;
import io.haumea.sdk.format.Encoder;
import io.haumea.sdk.format.Format;
import io.haumea.sdk.format.FormatFactory;
import io.haumea.sdk.source.Sharing;
import io.haumea.sdk.source.Source;
import io.haumea.sdk.source.SourceContext;
import io.haumea.sql.stream.StreamDefinition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plugins that throw whatever they like hurt nobody but the rules that use them. */
@Timeout(30)
class PluginFailureTest {

    private static final String SQL = "select a from demo";

    private final EngineBench bench = new EngineBench();
    private final FakeSource source = new FakeSource();
    private final FakeSink sink = new FakeSink();
    private final FakeSink healthy = new FakeSink();
    private final StreamDefinition stream = EngineBench.stream("live");

    /** What is thrown. */
    enum Thrown {
        EXCEPTION,
        CHECKED,
        LINKAGE,
        STACK,
        ASSERTION;

        void fly() throws Exception {
            switch (this) {
                case EXCEPTION -> throw new IllegalStateException("thrown");
                case CHECKED -> throw new Exception("thrown");
                case LINKAGE -> throw new NoClassDefFoundError("thrown");
                case STACK -> throw new StackOverflowError("thrown");
                default -> throw new AssertionError("thrown");
            }
        }

        void flyUnchecked() {
            try {
                fly();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("thrown", e);
            }
        }
    }

    @BeforeEach
    void offer() {
        bench.plugins
                .source("live", Sharing.LIVE, spec -> source.create())
                .sink("out", spec -> sink.create())
                .sink("healthy", spec -> healthy.create());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** A rule on the same source gets the next message, on whichever worker. */
    private void assertOthersLive() {
        RunningRule other =
                bench.start(EngineBench.rule("other", stream, "select b from demo", "healthy"));
        int before = healthy.received().size();
        for (int i = 0; i < 4; i++) {
            source.emit("{\"b\":" + i + "}");
        }
        healthy.await(before + 4);
        Await.done(other.stop());
    }

    private void assertNothingIsLeft() {
        Await.until("leases are back", () -> bench.plugins.leases() == 0);
    }

    @ParameterizedTest
    @EnumSource
    void whenSourceFailsAtOpen_thenItsRuleStopsWithTheCause(Thrown thrown) {
        // given
        AtomicInteger closed = new AtomicInteger();
        bench.plugins.source("bad", Sharing.LIVE, spec -> new BadSource(thrown, closed));

        // when
        bench.start(EngineBench.rule("r", EngineBench.stream("bad"), SQL, "out"));

        // then
        Await.until("it is told", () -> bench.failures.size() == 1);
        assertThat(bench.failures.get(0)).hasMessageContaining("thrown");
        assertNothingIsLeft();
        assertThat(closed).hasValue(1);
        assertOthersLive();
    }

    private record BadSource(Thrown thrown, AtomicInteger closed) implements Source {
        @Override
        public void open(SourceContext context) throws Exception {
            thrown.fly();
        }

        @Override
        public void close() throws Exception {
            closed.incrementAndGet();
            thrown.fly();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whenSinkFailsAtSend_thenTheDeliveryIsGivenUpAndTheNextOneGoesOut(Thrown thrown) {
        // given
        AtomicInteger attempts = new AtomicInteger();
        sink.onSend(
                delivery -> {
                    if (attempts.incrementAndGet() == 1) {
                        thrown.fly();
                    }
                });
        RunningRule rule = bench.start(EngineBench.rule("r", stream, SQL, "out"));

        // when
        source.emit("{\"a\":1}");
        Await.until("it failed", () -> EngineBench.metrics(rule, "sink").exceptions() == 1);
        source.emit("{\"a\":2}");

        // then
        assertThat(sink.await(1)).containsExactly("[{\"a\":2}]");
        assertThat(EngineBench.metrics(rule, "sink").lastException()).contains("thrown");
        Await.done(rule.stop());
        assertOthersLive();
    }

    @ParameterizedTest
    @EnumSource
    void whenSinkFailsAtOpenAndClose_thenItsRuleStopsAndNothingIsLeft(Thrown thrown) {
        // given
        sink.onOpen(thrown::fly).onClose(thrown::fly);

        // when
        bench.start(EngineBench.rule("r", stream, SQL, "out"));

        // then
        Await.until("it is told", () -> bench.failures.size() == 1);
        assertNothingIsLeft();
        assertOthersLive();
    }

    @ParameterizedTest
    @EnumSource
    void whenDecoderFails_thenTheMessageIsCountedAndTheNextOneWorks(Thrown thrown) {
        // given
        bench.plugins.format("odd", new OddFormat(thrown));
        StreamDefinition odd =
                Plans.stream(
                        "CREATE STREAM demo () WITH (DATASOURCE=\"d\", TYPE=\"live\","
                                + " FORMAT=\"odd\")");
        RunningRule rule = bench.start(EngineBench.rule("r", odd, SQL, "out"));

        // when
        source.emit("bad");
        source.emit("{\"a\":2}");

        // then
        assertThat(sink.await(1)).containsExactly("[{\"a\":2}]");
        assertThat(EngineBench.metrics(rule, "source").exceptions()).isOne();
        assertThat(EngineBench.metrics(rule, "source").lastException()).contains("thrown");
    }

    /** JSON, but what begins with {@code bad} makes it fail. */
    private record OddFormat(Thrown thrown) implements FormatFactory {
        @Override
        public Format create(Schema schema) {
            Format json = Objects.requireNonNull(Builtins.formats().get("json")).create(schema);
            return new Format() {
                @Override
                public Decoder newDecoder() {
                    Decoder decoder = json.newDecoder();
                    return (payload, row) -> {
                        if (new String(payload, StandardCharsets.UTF_8).startsWith("bad")) {
                            thrown.flyUnchecked();
                        }
                        decoder.decode(payload, row);
                    };
                }

                @Override
                public Encoder newEncoder() {
                    return json.newEncoder();
                }
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void whenFactoryFails_thenTheStartFailsAndLeavesNothingBehind(Thrown thrown) {
        // given
        bench.plugins
                .source(
                        "bad",
                        Sharing.LIVE,
                        spec -> {
                            thrown.flyUnchecked();
                            return source.create();
                        })
                .sink(
                        "badSink",
                        spec -> {
                            thrown.flyUnchecked();
                            return sink.create();
                        });
        RuleSpec onSource = EngineBench.rule("r", EngineBench.stream("bad"), SQL, "out");
        RuleSpec onSink = EngineBench.rule("r", stream, SQL, "out", "badSink");

        // when, then
        assertThatThrownBy(() -> bench.start(onSource)).hasMessageContaining("thrown");
        assertThatThrownBy(() -> bench.start(onSink)).hasMessageContaining("thrown");
        assertNothingIsLeft();
        assertThat(source.opened()).isZero();
        assertThat(sink.opened()).isZero();
        assertOthersLive();
    }

    @Test
    void whenSomethingIsMissingOrWrong_thenTheStartFailsAndLeavesNothingBehind() {
        // given
        RuleSpec noSource = EngineBench.rule("r", EngineBench.stream("none"), SQL, "out");
        RuleSpec noSink = EngineBench.rule("r", stream, SQL, "out", "none");
        RuleSpec badOption =
                EngineBench.rule("r", stream, SQL, Map.of("retryInterval", "soon"), "out");

        // when, then
        assertThatThrownBy(() -> bench.start(noSource))
                .isInstanceOf(MissingContributionException.class);
        assertThatThrownBy(() -> bench.start(noSink))
                .isInstanceOf(MissingContributionException.class);
        assertThatThrownBy(() -> bench.start(badOption)).hasMessageContaining("retryInterval");
        assertNothingIsLeft();
        assertThat(bench.plugins.leasesEver()).isPositive();
        assertOthersLive();
    }

    @Test
    void whenSourceIsStillOpeningAtTheStop_thenItIsClosedAfterwards() throws Exception {
        // given
        CountDownLatch opening = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        SlowlyOpening slow = new SlowlyOpening(opening, release);
        bench.plugins.source("slow", Sharing.LIVE, spec -> slow);
        RunningRule rule =
                bench.start(EngineBench.rule("r", EngineBench.stream("slow"), SQL, "out"));
        Await.open(opening);

        // when
        rule.stop();
        release.countDown();

        // then
        Await.done(rule.stop());
        assertThat(slow.events()).containsExactly("open", "close");
    }

    private static final class SlowlyOpening implements Source {
        private final CountDownLatch opening;
        private final CountDownLatch release;
        private final List<String> events = new CopyOnWriteArrayList<>();

        SlowlyOpening(CountDownLatch opening, CountDownLatch release) {
            this.opening = opening;
            this.release = release;
        }

        List<String> events() {
            return events;
        }

        @Override
        public void open(SourceContext context) throws Exception {
            opening.countDown();
            Await.open(release);
            events.add("open");
        }

        @Override
        public void close() {
            events.add("close");
        }
    }

    @Test
    void whenSourceNeverCloses_thenStopIsQuickAllTheSame() throws Exception {
        // given
        CountDownLatch release = new CountDownLatch(1);
        FakeSource real = new FakeSource();
        bench.plugins.source("stuck", Sharing.PRIVATE, spec -> new NeverClosing(real, release));
        RunningRule rule =
                bench.start(EngineBench.rule("r", EngineBench.stream("stuck"), SQL, "out"));
        real.emit("{\"a\":1}");
        sink.await(1);

        // when
        long millis = Await.done(rule.stop());

        // then
        assertThat(millis).isLessThan(3_500);
        assertThat(bench.plugins.leases()).isZero();
        release.countDown();
    }

    private static final class NeverClosing implements Source {
        private final Source real;
        private final CountDownLatch release;

        NeverClosing(FakeSource real, CountDownLatch release) {
            this.real = real.create();
            this.release = release;
        }

        @Override
        public void open(SourceContext context) throws Exception {
            real.open(context);
        }

        @Override
        public void close() throws Exception {
            Await.open(release);
            real.close();
        }
    }
}

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
package io.haumea.sdk.sink;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A sink that answers later, so that no thread waits for the outside, and that may be handed
 * several deliveries before it has answered the first.
 *
 * <p><b>Order.</b> Deliveries are handed over in order. Answers may come in any; a delivery counts
 * as done when it and all before it were answered.
 *
 * <p><b>Failure.</b> When a delivery fails for now, nothing more is handed over until all that are
 * in flight were answered. After the action's {@code retryInterval} the one that failed and
 * <em>all</em> behind it are handed over again, in order, whatever became of these: a receiver may
 * get some of them twice, but it misses none, and after the last time that it gets a delivery it
 * also gets all later ones. Until the first of them succeeds they are handed over one at a time. A
 * delivery that fails for good is given up and counted; those behind it are not touched. With
 * {@code retryInterval} 0 every failure is for good.
 *
 * <p>A sink whose receiver must never see an old delivery after a newer one leaves {@link
 * #maxInFlight} at 1.
 */
@ConsumerType
public interface AsyncSink extends Sink {

    /**
     * How many deliveries may be in flight, that is handed over and not answered. Results that wait
     * and those in flight together are limited by the action's {@code cacheLength}, so more than
     * that is of no use. Read once, after {@link #open}, on its thread.
     *
     * @return at least 1, which is also the default: the next delivery waits for the answer to the
     *     last
     */
    default int maxInFlight() {
        return 1;
    }

    /**
     * Sends one delivery and returns at once. Called instead of {@link #send}, in order, by one
     * thread at a time, with at most {@link #maxInFlight} deliveries unanswered. May be called
     * while an answer to an earlier delivery is being given.
     *
     * <p>The stage may be completed by any thread, also before this returns: what the engine then
     * does is short and waits for nothing, so it may run on the thread of a client library. It must
     * be completed some time, also when the connection is lost: until then the action holds
     * everything back that comes after. What is not answered when the rule stops is lost after two
     * seconds.
     *
     * @param delivery what to send
     * @return completes when it is sent, exceptionally with what {@link #send} would throw;
     *     throwing that instead is the same
     */
    CompletionStage<@Nullable Void> sendAsync(Delivery delivery);
}

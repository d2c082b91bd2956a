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
package io.haumea.engine.sink;

import io.haumea.engine.sink.Parcels.Parcel;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries that a sink was handed and that are not done, oldest first. A delivery is done in
 * its turn only: when it and all before it were answered. After a failure that is worth another
 * try, nothing more is handed out; once all others were answered, the one that failed and all
 * behind it are handed out again, in order. Until one of them succeeds they go singly, as the
 * outside is probably away. Not thread-safe.
 */
final class InFlight {

    private final int most;
    private final Deque<Flight> flights = new ArrayDeque<>();
    private final Deque<Parcel> again = new ArrayDeque<>();
    private int unanswered;
    private boolean failing;
    private boolean careful;

    /** A delivery on its way; the same one handed out again is another flight. */
    static final class Flight {
        private final Parcel parcel;
        private final long beganMillis;
        private @Nullable Answer answer;

        private Flight(Parcel parcel, long beganMillis) {
            this.parcel = parcel;
            this.beganMillis = beganMillis;
        }

        Parcel parcel() {
            return parcel;
        }

        boolean sent() {
            return answer == Answer.SENT;
        }

        long beganMillis() {
            return beganMillis;
        }
    }

    /** How a flight ended. */
    enum Answer {
        SENT,
        /** It failed, and another try makes no sense. */
        GIVEN_UP,
        /** It failed, and is to be tried again. */
        FAILED
    }

    /** Nothing in flight; {@code most} may be at once. */
    InFlight(int most) {
        this.most = most;
    }

    /** Whether one more may be handed out now. */
    boolean admits() {
        return !failing && flights.size() < (careful ? 1 : most);
    }

    boolean isEmpty() {
        return flights.isEmpty() && again.isEmpty();
    }

    /** Whether the sink owes an answer. */
    boolean awaitsAnswer() {
        return unanswered > 0;
    }

    /** Whether some are to be handed out again, before any other. */
    boolean hasAgain() {
        return !again.isEmpty();
    }

    /** Keeps one that could not be handed out after all, behind those to be handed out again. */
    void putBack(Parcel parcel) {
        again.add(parcel);
    }

    /** The next one to be handed out again; null if there is none. */
    @Nullable Parcel pollAgain() {
        return again.poll();
    }

    /** A delivery is handed out. */
    Flight begin(Parcel parcel, long nowMillis) {
        Flight flight = new Flight(parcel, nowMillis);
        flights.add(flight);
        unanswered++;
        return flight;
    }

    /** Keeps an answer; false if there was one already. */
    boolean answer(Flight flight, Answer answer) {
        if (flight.answer != null) {
            return false;
        }
        flight.answer = answer;
        unanswered--;
        failing |= answer == Answer.FAILED;
        careful &= answer != Answer.SENT;
        return true;
    }

    /** The oldest delivery if it is done, which is then forgotten; null if it is not. */
    @Nullable Flight pollDone() {
        Flight oldest = flights.peek();
        if (oldest == null || oldest.answer == null || oldest.answer == Answer.FAILED) {
            return null;
        }
        return flights.remove();
    }

    /**
     * Has all that is not done handed out again, if something failed and nothing is on its way any
     * more.
     *
     * @return whether that is so; then there should be a pause
     */
    boolean turnBack() {
        if (!failing || unanswered > 0) {
            return false;
        }
        while (!flights.isEmpty()) {
            again.addFirst(flights.removeLast().parcel);
        }
        failing = false;
        careful = true;
        return true;
    }
}

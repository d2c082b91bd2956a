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
package io.haumea.engine.aggregate;

import io.haumea.engine.expression.Conditions;
import io.haumea.engine.expression.EvaluationException;
import io.haumea.engine.expression.Evaluator;
import io.haumea.engine.expression.Frame;
import io.haumea.engine.state.KeyedState;
import io.haumea.engine.state.ListState;
import io.haumea.engine.state.StateSite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * WHERE, grouping and aggregates over a sliding window. The results are those of keeping the rows:
 * an error of WHERE is the result of the whole window, else one of a key, each the first.
 */
public final class SlidingGroups {

    private static final Object[] NO_ROW = {};

    private final PaneGroups.Steps steps;
    private final Aggregates aggregates;
    private final @Nullable Function<Frame, @Nullable Object[]> copier;
    private final KeyedState<SlidingGroup> groups;
    private final ListState<Misfit> whereErrors;
    private final ListState<Misfit> keyErrors;
    private final @Nullable Object[] arguments;
    private long order;

    private record Misfit(long millis, String text) {}

    /**
     * A window without rows.
     *
     * @param steps WHERE and keys
     * @param aggregates what is computed
     * @param copier makes a row that can be kept; null if results show nothing of a row
     * @param site where it is kept
     */
    public SlidingGroups(
            PaneGroups.Steps steps,
            Aggregates aggregates,
            @Nullable Function<Frame, @Nullable Object[]> copier,
            StateSite site) {
        this.steps = steps;
        this.aggregates = aggregates;
        this.copier = copier;
        this.groups = site.keyedState("window");
        this.whereErrors = site.listState("whereErrors");
        this.keyErrors = site.listState("keyErrors");
        this.arguments = new Object[aggregates.argumentCount()];
    }

    /**
     * Takes a row.
     *
     * @param millis its time, not before that of any other
     * @param frame looks at it
     */
    void add(long millis, Frame frame) {
        try {
            Evaluator where = steps.where();
            if (where != null && !Conditions.holds(where, frame)) {
                return;
            }
        } catch (EvaluationException e) {
            whereErrors.add(new Misfit(millis, PaneGroups.WHERE_ERROR + e.getMessage()));
            return;
        }
        try {
            Object key = steps.grouping().of(frame);
            SlidingGroup group = groups.get(key);
            if (group == null) {
                group = new SlidingGroup(aggregates, copier != null);
                groups.put(key, group);
            }
            aggregates.evaluate(frame, arguments);
            group.add(millis, order++, arguments, copier == null ? NO_ROW : copier.apply(frame));
        } catch (EvaluationException e) {
            keyErrors.add(new Misfit(millis, PaneGroups.GROUP_ERROR + e.getMessage()));
        }
    }

    /** Forgets the rows before a time. */
    void removeBefore(long millis) {
        removeBefore(whereErrors, millis);
        removeBefore(keyErrors, millis);
        groups.values().forEach(group -> group.removeBefore(millis));
        groups.values().removeIf(SlidingGroup::isEmpty);
    }

    private static void removeBefore(ListState<Misfit> errors, long millis) {
        int count = 0;
        while (count < errors.size() && errors.get(count).millis() < millis) {
            count++;
        }
        errors.removeFirst(count);
    }

    /**
     * The error that the window is.
     *
     * @return the error, or null if it has none
     */
    public @Nullable GroupError error() {
        if (!whereErrors.isEmpty()) {
            return new GroupError(true, whereErrors.get(0).text());
        }
        return keyErrors.isEmpty() ? null : new GroupError(false, keyErrors.get(0).text());
    }

    /** The rows of the groups, in the order of their first rows. */
    public List<@Nullable Object[]> results() {
        List<SlidingGroup> ordered = new ArrayList<>(groups.values());
        ordered.sort(Comparator.comparingLong(SlidingGroup::order));
        List<@Nullable Object[]> results = new ArrayList<>(ordered.size());
        for (SlidingGroup group : ordered) {
            results.add(group.result());
        }
        return results;
    }
}

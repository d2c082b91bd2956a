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

import io.haumea.engine.aggregate.Aggregates.Group;
import io.haumea.engine.expression.Conditions;
import io.haumea.engine.expression.EvaluationException;
import io.haumea.engine.expression.Evaluator;
import io.haumea.engine.expression.Frame;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * WHERE, grouping and aggregates over panes. The results are those of keeping the rows: an error of
 * WHERE is the result of the whole window, else one of a key, each the first.
 */
public final class PaneGroups {

    static final String WHERE_ERROR = "run Where error: ";
    static final String GROUP_ERROR = "run Group By error: ";

    /**
     * What decides where a row belongs.
     *
     * @param where which rows count; null for all
     * @param grouping their keys
     */
    public record Steps(@Nullable Evaluator where, Grouping grouping) {}

    private final @Nullable Evaluator where;
    private final Grouping grouping;
    private final Aggregates aggregates;
    private final Function<Frame, @Nullable Object[]> copier;

    /**
     * What is done with rows.
     *
     * @param steps WHERE and keys
     * @param aggregates what is computed
     * @param copier makes a row that can be kept
     */
    public PaneGroups(
            Steps steps, Aggregates aggregates, Function<Frame, @Nullable Object[]> copier) {
        this.where = steps.where();
        this.grouping = steps.grouping();
        this.aggregates = aggregates;
        this.copier = copier;
    }

    /** Takes a row into a pane. */
    void add(Pane pane, Frame frame) {
        pane.anyRow = true;
        if (pane.whereError != null || !passes(pane, frame) || pane.keyError != null) {
            return;
        }
        try {
            Object key = grouping.of(frame);
            Group group = pane.groups.get(key);
            if (group == null) {
                group = aggregates.newGroup(copier.apply(frame));
                pane.groups.put(key, group);
            }
            aggregates.add(group, frame);
        } catch (EvaluationException e) {
            pane.keyError = GROUP_ERROR + e.getMessage();
        }
    }

    private boolean passes(Pane pane, Frame frame) {
        try {
            return where == null || Conditions.holds(where, frame);
        } catch (EvaluationException e) {
            pane.whereError = WHERE_ERROR + e.getMessage();
            return false;
        }
    }

    /**
     * The error that a window is.
     *
     * @param panes its panes
     * @return the error, or null if it has none
     */
    public @Nullable GroupError error(List<Pane> panes) {
        for (Pane pane : panes) {
            if (pane.whereError != null) {
                return new GroupError(true, pane.whereError);
            }
        }
        for (Pane pane : panes) {
            if (pane.keyError != null) {
                return new GroupError(false, pane.keyError);
            }
        }
        return null;
    }

    /**
     * The groups of a window, to which those of its panes are merged.
     *
     * @param panes its panes
     * @return the groups
     */
    public MergedGroups merged(List<Pane> panes) {
        return new MergedGroups(aggregates, panes);
    }
}

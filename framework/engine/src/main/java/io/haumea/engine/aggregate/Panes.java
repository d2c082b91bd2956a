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

import io.haumea.engine.state.ListState;
import java.util.List;

/** The panes that there are, in order of time. Rows come in order of time, too. */
final class Panes {

    private final PaneShape shape;
    private final ListState<Pane> panes;

    Panes(PaneShape shape, ListState<Pane> panes) {
        this.shape = shape;
        this.panes = panes;
    }

    /** The pane for a row that is not earlier than all rows before. */
    Pane at(long millis) {
        long index = shape.indexOf(millis);
        int size = panes.size();
        if (size > 0 && panes.get(size - 1).index == index) {
            return panes.get(size - 1);
        }
        Pane pane = new Pane(index);
        panes.add(pane);
        return pane;
    }

    boolean isEmpty() {
        return panes.isEmpty();
    }

    /** The end of the window of the first pane after one, or that of none. */
    long firstEndAfter(long millis, long none) {
        for (int i = 0; i < panes.size(); i++) {
            long end = shape.endOf(panes.get(i).index);
            if (end > millis) {
                return end;
            }
        }
        return none;
    }

    /** The panes of a window; those that no later window needs are forgotten. */
    List<Pane> take(long end) {
        int from = countBefore(shape.firstOf(end));
        int to = countBefore(shape.indexOf(end) + 1);
        List<Pane> taken = panes.copy(from, Math.max(from, to));
        panes.removeFirst(countBefore(shape.neededAfter(end)));
        return taken;
    }

    private int countBefore(long index) {
        int count = 0;
        while (count < panes.size() && panes.get(count).index < index) {
            count++;
        }
        return count;
    }
}

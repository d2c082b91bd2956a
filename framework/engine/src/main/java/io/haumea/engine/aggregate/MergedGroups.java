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
import io.haumea.engine.work.Steps;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Merges the groups of some panes and makes the rows of them, in the order in which the groups
 * came.
 */
public final class MergedGroups implements Steps {

    private final Aggregates aggregates;
    private final List<Pane> panes;
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private final Map<@Nullable Object, Group> groups;
    private int pane;
    private Iterator<Map.Entry<@Nullable Object, Group>> entries = Collections.emptyIterator();
    private @Nullable Steps results;

    MergedGroups(Aggregates aggregates, List<Pane> panes) {
        this.aggregates = aggregates;
        boolean single = panes.size() == 1;
        this.panes = single ? List.of() : panes;
        this.groups = single ? panes.get(0).groups : new LinkedHashMap<>();
    }

    private void merge(@Nullable Object key, Group group) {
        Group known = groups.get(key);
        if (known == null) {
            known = aggregates.newGroup(group);
            groups.put(key, known);
        }
        aggregates.merge(known, group);
    }

    @Override
    public boolean next() {
        if (results == null) {
            while (!entries.hasNext() && pane < panes.size()) {
                entries = panes.get(pane++).groups.entrySet().iterator();
            }
            if (entries.hasNext()) {
                Map.Entry<@Nullable Object, Group> entry = entries.next();
                merge(entry.getKey(), entry.getValue());
                return true;
            }
            results = Steps.each(groups.values(), group -> rows.add(aggregates.result(group)));
        }
        return results.next();
    }

    /** The rows, when all steps are done. */
    public List<@Nullable Object[]> rows() {
        return rows;
    }
}

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
package io.haumea.sql.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a misspelt name may have meant. */
public final class NearestName {

    private NearestName() {}

    /**
     * A sentence that proposes the nearest name, such as {@code Did you mean 'demo'?}
     *
     * @param name what was written
     * @param candidates the names that there are
     * @return the sentence, or empty if no name is near
     */
    public static Optional<String> proposal(String name, Collection<String> candidates) {
        return nearest(name, candidates).map(found -> "Did you mean '" + found + "'?");
    }

    /**
     * The nearest name: at most one letter in three may differ; case counts for nothing. Of equally
     * near names the first in alphabetical order.
     *
     * @param name what was written
     * @param candidates the names that there are
     * @return the nearest, or empty if none is near
     */
    public static Optional<String> nearest(String name, Collection<String> candidates) {
        String wanted = name.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, wanted.length() / 3);
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - wanted.length()) <= limit)
                .map(candidate -> new Candidate(candidate, distance(wanted, candidate)))
                .filter(candidate -> candidate.distance <= limit)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /** Letters changed, left out, added or swapped with their neighbour; row by row. */
    private static int distance(String wanted, String candidate) {
        String other = candidate.toLowerCase(Locale.ROOT);
        int[][] rows = new int[wanted.length() + 1][other.length() + 1];
        for (int i = 0; i <= wanted.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : cheapest(rows, wanted, other, i, j);
            }
        }
        return rows[wanted.length()][other.length()];
    }

    private static int cheapest(int[][] rows, String wanted, String other, int i, int j) {
        char last = wanted.charAt(i - 1);
        int change = last == other.charAt(j - 1) ? 0 : 1;
        int cost =
                Math.min(rows[i - 1][j - 1] + change, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        boolean swapped =
                i > 1
                        && j > 1
                        && last == other.charAt(j - 2)
                        && wanted.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(cost, rows[i - 2][j - 2] + 1) : cost;
    }

    private record Candidate(String name, int distance) {}
}

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
package io.haumea.engine.task;

import io.haumea.engine.rule.InputSpec;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which sources a rule reads, and which inputs of its plan each feeds. A stream that is joined with
 * itself is read once, so that its messages stay in order. Immutable.
 */
final class Feeds {

    private final List<InputSpec> sources;
    private final int[] sourceOfInput;
    private final int[][] inputsOfSource;

    Feeds(List<InputSpec> inputs) {
        sources = inputs.stream().distinct().toList();
        sourceOfInput = inputs.stream().mapToInt(sources::indexOf).toArray();
        inputsOfSource = new int[sources.size()][];
        for (int i = 0; i < inputsOfSource.length; i++) {
            int source = i;
            inputsOfSource[i] =
                    IntStream.range(0, sourceOfInput.length)
                            .filter(input -> sourceOfInput[input] == source)
                            .toArray();
        }
    }

    /** The sources, each once. */
    List<InputSpec> sources() {
        return sources;
    }

    /** The source of an input of the plan. */
    int sourceOf(int input) {
        return sourceOfInput[input];
    }

    /** The inputs of the plan that messages of a source are for; not to be changed. */
    int[] inputsOf(int source) {
        return inputsOfSource[source];
    }
}

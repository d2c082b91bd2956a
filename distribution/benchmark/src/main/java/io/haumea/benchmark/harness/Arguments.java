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
package io.haumea.benchmark.harness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A command line: words, and options such as {@code --seconds 20}.
 *
 * @param words what is not an option, in order
 * @param options values by name, without the dashes
 */
public record Arguments(List<String> words, Map<String, String> options) {

    /** Copies both. */
    public Arguments {
        words = List.copyOf(words);
        options = Map.copyOf(options);
    }

    /**
     * Reads a command line.
     *
     * @param args as Java gives them
     * @throws BenchmarkException if an option has no value
     */
    public static Arguments parse(String... args) {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new TreeMap<>();
        for (int i = 0; i < args.length; i++) {
            if (!args[i].startsWith("--")) {
                words.add(args[i]);
            } else if (i + 1 < args.length) {
                options.put(args[i].substring(2), args[++i]);
            } else {
                throw new BenchmarkException(args[i] + " needs a value");
            }
        }
        return new Arguments(words, options);
    }

    /**
     * A word.
     *
     * @param index from 0
     * @param fallback where there are fewer words
     */
    public String word(int index, String fallback) {
        return index < words.size() ? words.get(index) : fallback;
    }

    /** An option's text, or the fallback. */
    public String text(String name, String fallback) {
        return options.getOrDefault(name, fallback);
    }

    /**
     * An option's number, or the fallback.
     *
     * @throws BenchmarkException if it is none above zero
     */
    public int number(String name, int fallback) {
        return positive("--" + name, text(name, Integer.toString(fallback)));
    }

    /**
     * An option's numbers, written {@code 1,2,3}.
     *
     * @throws BenchmarkException if one is no number from zero up
     */
    public List<Integer> numbers(String name, String fallback) {
        return Arrays.stream(text(name, fallback).split(",", -1))
                .map(part -> integer("--" + name, part, 0))
                .toList();
    }

    /**
     * Reads a number above zero.
     *
     * @param what it is, for the message
     * @param text as written
     * @throws BenchmarkException if it is none
     */
    public static int positive(String what, String text) {
        return integer(what, text, 1);
    }

    private static int integer(String what, String text, int least) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new BenchmarkException(what + " must be a number, not '" + text + "'", e);
        }
        throw new BenchmarkException(what + " must be at least " + least + ", not " + text);
    }

    /**
     * Refuses options that nobody asks for, which are misspelt.
     *
     * @param known the names that mean something
     * @throws BenchmarkException if there is another
     */
    public void allow(String... known) {
        for (String name : options.keySet()) {
            if (!Arrays.asList(known).contains(name)) {
                throw new BenchmarkException(
                        "unknown option --" + name + "; here are --" + String.join(", --", known));
            }
        }
    }
}

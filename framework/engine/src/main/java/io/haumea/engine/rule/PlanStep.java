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
package io.haumea.engine.rule;

/**
 * A step of a rule, as EXPLAIN shows it.
 *
 * @param depth how many steps come after it; the last step has 0
 * @param name what kind of step, such as {@code Filter}
 * @param text what it does, beginning with its name; columns carry the number of their slot
 * @param state what it keeps between messages, or the empty text
 */
public record PlanStep(int depth, String name, String text, String state) {}

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
package io.haumea.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Time and chance come to the rules from outside, so that a rule case always gives the same. */
class InjectedWorldTest {

    private static final Set<String> FORBIDDEN =
            Set.of(
                    "java.lang.System.currentTimeMillis",
                    "java.lang.Thread.sleep",
                    "java.util.concurrent.TimeUnit.sleep",
                    "java.lang.Math.random",
                    "java.util.UUID.randomUUID",
                    "java.util.Calendar.getInstance",
                    "java.util.random.RandomGenerator.getDefault",
                    "java.security.SecureRandom.<init>",
                    "java.util.concurrent.ThreadLocalRandom.current");

    /** Without an argument they ask the system for the time or for a seed. */
    private static final Set<String> FORBIDDEN_WITHOUT_ARGUMENTS =
            Set.of(
                    "java.util.Random.<init>",
                    "java.util.SplittableRandom.<init>",
                    "java.util.Date.<init>");

    /** The length of a slice is real time: it must not stand still when a test's clock does. */
    private static final List<String> SLICES =
            List.of(
                    "io.haumea.engine.schedule.SerialTask",
                    "io.haumea.engine.task.RuleTask",
                    "io.haumea.engine.work.WorkQueue",
                    "io.haumea.engine.source.SourceTask");

    @Test
    void whenRulesAreAnalysedOrRun_thenTimeAndChanceAreInjected() {
        theEngine()
                .should()
                .accessTargetWhere(calls("the system's clock, sleep or chance", this::isForbidden))
                .check(HaumeaClasses.ALL);
    }

    @Test
    void whenNanoTimeIsRead_thenItLimitsASlice() {
        theEngine()
                .and()
                .resideOutsideOfPackage("io.haumea.engine.schedule..")
                .and(isNoSlice())
                .should()
                .callMethod(System.class, "nanoTime")
                .check(HaumeaClasses.ALL);
    }

    private static GivenClassesConjunction theEngine() {
        return noClasses()
                .that()
                .resideInAnyPackage("io.haumea.sql..", "io.haumea.builtin..", "io.haumea.engine..");
    }

    private static DescribedPredicate<JavaClass> isNoSlice() {
        return DescribedPredicate.describe(
                "are no slices", type -> !SLICES.contains(type.getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> calls(
            String what, java.util.function.Predicate<AccessTarget> predicate) {
        return DescribedPredicate.describe(what, access -> predicate.test(access.getTarget()));
    }

    private boolean isForbidden(AccessTarget target) {
        String name = target.getOwner().getName() + "." + target.getName();
        boolean bare =
                target instanceof AccessTarget.CodeUnitAccessTarget unit
                        && unit.getRawParameterTypes().isEmpty();
        return FORBIDDEN.contains(name)
                || (bare && FORBIDDEN_WITHOUT_ARGUMENTS.contains(name))
                || isSystemClock(target);
    }

    /** {@code now} of any date or time without a clock, and the clocks that ask the system. */
    private static boolean isSystemClock(AccessTarget target) {
        if (!target.getOwner().getPackageName().startsWith("java.time")
                || !(target instanceof AccessTarget.CodeUnitAccessTarget unit)) {
            return false;
        }
        boolean clockGiven =
                unit.getRawParameterTypes().stream()
                        .anyMatch(type -> type.getName().equals("java.time.Clock"));
        boolean asksForTime = target.getName().equals("now");
        boolean makesClock =
                target.getOwner().getName().equals("java.time.Clock")
                        && target.getName().matches("system.*|tick.*");
        return !clockGiven && (asksForTime || makesClock);
    }
}

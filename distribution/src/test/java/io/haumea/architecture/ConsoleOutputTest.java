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

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

class ConsoleOutputTest {

    /**
     * Tells the person at the console, as the kernel does, why the server ends before it has begun.
     */
    private static final String CONFIG_LOADER = "io.haumea.server.config.ConfigLoader";

    /** The demonstration prints results as they come: that is what it is for. */
    private static final String DEMO = "io.haumea.server.demo..";

    /** What people start and read, and nothing else. */
    private static final String[] PROGRAMS = {
        "io.haumea.cli..", "io.haumea.kernel..", "io.haumea.benchmark.."
    };

    @Test
    void whenCodeHasSomethingToSay_thenItUsesTheLog() {
        noClasses()
                .that()
                .resideOutsideOfPackages(PROGRAMS)
                .and()
                .resideOutsideOfPackage(DEMO)
                .and()
                .doNotHaveFullyQualifiedName(CONFIG_LOADER)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethodWhere(target(name("printStackTrace")))
                .check(HaumeaClasses.ALL);
    }

    @Test
    void whenTheProcessEnds_thenKernelOrCommandLineEndIt() {
        noClasses()
                .that()
                .resideOutsideOfPackages(PROGRAMS)
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(HaumeaClasses.ALL);
    }
}

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

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DirectionsTest {

    static List<Module> modules() {
        return Module.all().stream().filter(Module::hasCode).toList();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void whenTheRulesAreChecked_thenTheModuleHasBeenBuilt(Module module) {
        assertThat(module.classes()).as("classes of a module: build it first").isDirectory();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void whenAModuleUsesAnother_thenTheTableOfDirectionsAllowsIt(Module module) {
        Direction direction = Direction.of(module);

        classes()
                .that()
                .resideInAPackage(direction.root() + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(direction.allowed())
                .allowEmptyShould(true)
                .check(HaumeaClasses.ALL);
    }

    @Test
    void whenPackagesUseEachOther_thenThereIsNoCycle() {
        slices().assignedFrom(new ByPackage()).should().beFreeOfCycles().check(HaumeaClasses.ALL);
    }

    @Test
    void whenBundlesAreInstalledStartedOrRemoved_thenServerOrKernelDoIt() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.haumea.server..", "io.haumea.kernel..")
                .should()
                .accessTargetWhere(
                        target(owner(assignableTo("org.osgi.framework.Bundle")))
                                .and(target(nameMatching("start|stop|update|uninstall"))))
                .orShould()
                .accessTargetWhere(target(nameMatching("installBundle")))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.osgi.framework.wiring",
                        "org.osgi.framework.startlevel",
                        "org.osgi.framework.launch")
                .check(HaumeaClasses.ALL);
    }

    @Test
    void whenSqlIsAnalysed_thenNoThreadsFilesOrNetworkAreUsed() {
        noClasses()
                .that()
                .resideInAPackage("io.haumea.sql..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.nio.file..", "java.util.concurrent..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Thread.class, java.io.File.class)
                .check(HaumeaClasses.ALL);
    }

    @Test
    void whenRulesRun_thenTheEngineUsesNoHttp() {
        noClasses()
                .that()
                .resideInAnyPackage("io.haumea.engine..", "io.haumea.builtin..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "javax.servlet..", "com.sun.net..")
                .check(HaumeaClasses.ALL);
    }

    private static final class ByPackage implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackageName().startsWith("io.haumea.")
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "each package";
        }
    }
}

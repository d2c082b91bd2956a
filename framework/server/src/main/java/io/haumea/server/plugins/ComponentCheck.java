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
package io.haumea.server.plugins;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Asks Declarative Services whether all components of a started plugin work. */
final class ComponentCheck {

    private final ServiceComponentRuntime runtime;

    ComponentCheck(ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    /** The rest of a sentence that begins with the plugin's name, or empty if all is well. */
    Optional<String> problem(Bundle bundle) {
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs(bundle)) {
            if (!runtime.isComponentEnabled(component)) {
                continue;
            }
            Collection<ComponentConfigurationDTO> uses =
                    runtime.getComponentConfigurationDTOs(component);
            if (uses.isEmpty()) {
                return Optional.of(without(component) + "a configuration, and there is none");
            }
            for (ComponentConfigurationDTO use : uses) {
                Optional<String> problem = problem(component, use);
                if (problem.isPresent()) {
                    return problem;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> problem(
            ComponentDescriptionDTO component, ComponentConfigurationDTO use) {
        return switch (use.state) {
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
                    Optional.of(without(component) + "a configuration, and there is none");
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                    Optional.of(
                            without(component)
                                    + "the service "
                                    + missing(component, use)
                                    + ", which nobody here offers");
            case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                    Optional.of(
                            "does not start: its component "
                                    + component.name
                                    + " failed with "
                                    + reason(use.failure));
            default -> Optional.empty();
        };
    }

    private static String without(ComponentDescriptionDTO component) {
        return "does not start: its component " + component.name + " needs ";
    }

    private static String missing(
            ComponentDescriptionDTO component, ComponentConfigurationDTO use) {
        return Arrays.stream(use.unsatisfiedReferences)
                .map(reference -> interfaceOf(component, reference))
                .distinct()
                .collect(Collectors.joining(" and the service "));
    }

    private static String interfaceOf(
            ComponentDescriptionDTO component, UnsatisfiedReferenceDTO unsatisfied) {
        for (ReferenceDTO reference : component.references) {
            if (reference.name.equals(unsatisfied.name)) {
                return reference.interfaceName;
            }
        }
        return unsatisfied.name;
    }

    /** The innermost cause in a printed stack trace. */
    private static String reason(String stackTrace) {
        String found = stackTrace.lines().findFirst().orElse("an unknown error");
        for (String line : stackTrace.lines().toList()) {
            if (line.startsWith("Caused by: ")) {
                found = line.substring("Caused by: ".length());
            }
        }
        return found;
    }
}

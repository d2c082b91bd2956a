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
package io.haumea.kernel;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.resource.Namespace;

/** Words for the requirements of bundles, which OSGi writes as filters. */
final class Needs {
    private static final Pattern FROM = Pattern.compile("\\((?:bundle-)?version>=([^)]+)\\)");
    private static final Pattern BELOW =
            Pattern.compile("\\(!\\((?:bundle-)?version>=([^)]+)\\)\\)");
    private static final Pattern EXACT = Pattern.compile("\\((?:bundle-)?version=([^)]+)\\)");

    private Needs() {}

    /**
     * Describes a requirement that nothing meets.
     *
     * @param near capabilities of the required name whose version does not fit
     */
    static String describe(BundleRequirement requirement, List<BundleCapability> near) {
        String name = name(requirement);
        String filter = filter(requirement);
        return switch (requirement.getNamespace()) {
            case PackageNamespace.PACKAGE_NAMESPACE ->
                    "needs the Java package " + name + versions(filter) + "; " + present(near);
            case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE ->
                    "needs Java "
                            + group(EXACT, filter)
                            + "; this is Java "
                            + Runtime.version().feature();
            case "osgi.wiring.bundle", "osgi.wiring.host" ->
                    "needs the bundle " + name + versions(filter) + "; " + present(near);
            default ->
                    "needs the capability "
                            + requirement.getNamespace()
                            + " "
                            + filter
                            + "; nothing here provides it";
        };
    }

    /** The required name: the value that the filter asks for under the namespace's own key. */
    static String name(BundleRequirement requirement) {
        Pattern key =
                Pattern.compile("\\(" + Pattern.quote(requirement.getNamespace()) + "=([^)]+)\\)");
        return group(key, filter(requirement));
    }

    private static String filter(BundleRequirement requirement) {
        return requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
    }

    private static String versions(String filter) {
        String below = group(BELOW, filter);
        String from = group(FROM, filter.replaceAll(BELOW.pattern(), ""));
        String exact = group(EXACT, filter);
        if (!exact.isEmpty()) {
            return " version " + exact;
        }
        if (from.isEmpty()) {
            return below.isEmpty() ? "" : " below version " + below;
        }
        return " version "
                + from
                + (below.isEmpty() ? " or newer" : " up to (not including) " + below);
    }

    private static String present(List<BundleCapability> near) {
        if (near.isEmpty()) {
            return "nothing here provides it";
        }
        return near.stream()
                .map(c -> version(c) + " (from " + c.getRevision().getSymbolicName() + ")")
                .distinct()
                .collect(Collectors.joining(", ", "there is only ", ""));
    }

    private static String version(BundleCapability capability) {
        Object version = capability.getAttributes().get("version");
        return String.valueOf(
                version == null ? capability.getAttributes().get("bundle-version") : version);
    }

    private static String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}

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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.resource.Namespace;

/** Finds what an installed plugin needs and the system does not offer, and says it in words. */
final class UnmetNeeds {

    private static final String SDK = "io.haumea.sdk";
    private static final Pattern FROM = Pattern.compile("\\((?:bundle-)?version>=([^)]+)\\)");
    private static final Pattern BELOW =
            Pattern.compile("\\(!\\((?:bundle-)?version>=([^)]+)\\)\\)");

    private final BundleContext context;

    UnmetNeeds(BundleContext context) {
        this.context = context;
    }

    /** The rest of a sentence that begins with the plugin's name, or empty if it has all. */
    Optional<String> of(Bundle plugin) {
        BundleRevision revision = plugin.adapt(BundleRevision.class);
        if (revision == null) {
            return Optional.of("is not a bundle that this framework can read");
        }
        List<String> needs = new ArrayList<>();
        for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
            if (isMandatory(requirement) && !isMet(requirement, revision)) {
                needs.add(describe(requirement));
            }
        }
        return needs.isEmpty()
                ? Optional.empty()
                : Optional.of(needs.stream().distinct().collect(Collectors.joining("; and it ")));
    }

    private static boolean isMandatory(BundleRequirement requirement) {
        Map<String, String> directives = requirement.getDirectives();
        String resolution = directives.get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE);
        String effective =
                directives.getOrDefault(
                        Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE, Namespace.EFFECTIVE_RESOLVE);
        return !Namespace.RESOLUTION_OPTIONAL.equals(resolution)
                && !PackageNamespace.RESOLUTION_DYNAMIC.equals(resolution)
                && Namespace.EFFECTIVE_RESOLVE.equals(effective);
    }

    private boolean isMet(BundleRequirement requirement, BundleRevision own) {
        List<BundleCapability> candidates =
                new ArrayList<>(own.getDeclaredCapabilities(requirement.getNamespace()));
        candidates.addAll(offered(requirement.getNamespace()));
        String filter = filter(requirement);
        if (filter.isEmpty()) {
            return !candidates.isEmpty();
        }
        try {
            var compiled = FrameworkUtil.createFilter(filter);
            return candidates.stream().anyMatch(c -> compiled.matches(c.getAttributes()));
        } catch (InvalidSyntaxException e) {
            return false; // met by nothing; its text is shown as it is
        }
    }

    private String describe(BundleRequirement requirement) {
        String namespace = requirement.getNamespace();
        return switch (namespace) {
            case PackageNamespace.PACKAGE_NAMESPACE -> describePackage(requirement);
            case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE ->
                    "needs Java "
                            + group(Pattern.compile("\\(version>?=([^)]+)\\)"), filter(requirement))
                            + " while this server runs Java "
                            + Runtime.version().feature();
            case "osgi.wiring.bundle" ->
                    "needs the bundle "
                            + name(requirement)
                            + ", but a plugin may not lean on other bundles: pack it inside";
            default ->
                    "needs the capability "
                            + namespace
                            + " "
                            + filter(requirement)
                            + ", which nobody here offers";
        };
    }

    private String describePackage(BundleRequirement requirement) {
        String name = name(requirement);
        boolean sdk = name.equals(SDK) || name.startsWith(SDK + ".");
        String what = (sdk ? "needs SDK package " : "needs the Java package ") + name;
        List<String> present =
                offered(requirement.getNamespace()).stream()
                        .filter(c -> name.equals(c.getAttributes().get(c.getNamespace())))
                        .map(c -> brief(String.valueOf(c.getAttributes().get("version"))))
                        .distinct()
                        .toList();
        String filter = filter(requirement);
        if (!present.isEmpty()) {
            return what + range(filter) + " while this server has " + String.join(", ", present);
        }
        return sdk
                ? what + range(filter) + ", which this server does not have"
                : what
                        + range(filter)
                        + ", which nobody here offers: pack the library inside the plugin";
    }

    private List<BundleCapability> offered(String namespace) {
        List<BundleCapability> all = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            if (revision != null && !PluginBundles.isPlugin(bundle)) {
                all.addAll(revision.getDeclaredCapabilities(namespace));
            }
        }
        return all;
    }

    private static String name(BundleRequirement requirement) {
        Pattern key =
                Pattern.compile("\\(" + Pattern.quote(requirement.getNamespace()) + "=([^)]+)\\)");
        return group(key, filter(requirement));
    }

    private static String range(String filter) {
        String below = group(BELOW, filter);
        String from = group(FROM, filter.replaceAll(BELOW.pattern(), ""));
        if (below.isEmpty()) {
            return from.isEmpty() ? "" : " " + brief(from) + " or newer";
        }
        return " [" + (from.isEmpty() ? "0" : brief(from)) + "," + brief(below) + ")";
    }

    /** A version without the zeros at its end: 2.0.0 is 2, 0.1.0 is 0.1. */
    private static String brief(String version) {
        Version parsed = Version.parseVersion(version);
        String text = parsed.getMajor() + "." + parsed.getMinor() + "." + parsed.getMicro();
        return text.replaceAll("(\\.0){1,2}$", "");
    }

    private static String filter(BundleRequirement requirement) {
        return requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
    }

    private static String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}

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

import io.haumea.sdk.error.HaumeaException;
import io.haumea.server.plugins.PluginTable.Active;
import io.haumea.server.plugins.PluginTable.Refused;
import io.haumea.server.storage.DurableFile;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to a jar: taken or refused, put in the place of another version, taken out. The
 * caller sees to it that one thing happens at a time.
 */
final class PluginInstaller {

    private static final Logger LOG = LoggerFactory.getLogger(PluginInstaller.class);

    private final Inbox inbox;
    private final PluginStore store;
    private final PluginBundles bundles;
    private final PluginAdmission admission;
    private final PluginUsers users;
    private final PluginTable table;

    PluginInstaller(
            Inbox inbox,
            PluginStore store,
            PluginBundles bundles,
            PluginAdmission admission,
            PluginUsers users,
            PluginTable table) {
        this.inbox = inbox;
        this.store = store;
        this.bundles = bundles;
        this.admission = admission;
        this.users = users;
        this.table = table;
    }

    /** A jar with its facts; what {@link #take} works on. */
    private record Jar(String file, PluginStore.Copy copy, JarFacts facts) {}

    /**
     * Brings up what was in use when the server ended, from the copies, so that a file which was
     * overwritten or half copied meanwhile loses nothing. What is no longer in the inbox is not.
     */
    void restore() {
        Map<String, PluginStore.Entry> recorded = store.recorded();
        store.clean(recorded.values().stream().map(PluginStore.Entry::sha256).toList());
        for (PluginStore.Entry entry : recorded.values()) {
            PluginStore.Copy copy =
                    new PluginStore.Copy(entry.sha256(), store.pathOf(entry.sha256()));
            if (inbox.exists(entry.file()) && copy.path().toFile().isFile()) {
                try {
                    take(new Jar(entry.file(), copy, JarFacts.of(copy.path())));
                } catch (Refusal e) {
                    LOG.warn("The plugin in use before, {} {}", entry.file(), e.predicate());
                }
            }
        }
    }

    /** A jar has come, or another content of one. */
    void arrive(String file) {
        JarFacts facts = null;
        String checksum = "";
        try {
            PluginStore.Copy copy = store.take(inbox.path(file));
            checksum = copy.sha256();
            facts = JarFacts.of(copy.path());
            take(new Jar(file, copy, facts));
            inbox.done(file);
        } catch (Refusal e) {
            refuse(file, facts, checksum, e);
        } catch (IOException e) {
            refuse(file, null, "", new Refusal("can't be copied: " + DurableFile.reason(e), e));
        }
        store.clean(neededCopies());
    }

    /** A jar has gone. */
    void depart(String file) {
        inbox.forget(file);
        table.forgive(file);
        Optional<Active> gone = table.activeFrom(file);
        if (gone.isEmpty()) {
            return;
        }
        String name = gone.get().name();
        for (String other : table.refusedFilesOf(name)) {
            if (inbox.exists(other)) {
                arrive(other); // such as the older version, which was only in its shadow
                if (!table.activeFrom(file).isPresent()) {
                    return;
                }
            }
        }
        remove(gone.get());
        store.clean(neededCopies());
    }

    private Set<String> neededCopies() {
        Set<String> needed = new HashSet<>();
        table.allActive().forEach(plugin -> needed.add(plugin.sha256()));
        return needed;
    }

    private void refuse(String file, @Nullable JarFacts facts, String checksum, Refusal refusal) {
        String sentence = file + " " + refusal.predicate();
        LOG.warn("Refused plugin: {}", sentence);
        LOG.debug("Refused plugin {}", file, refusal);
        table.refuse(
                new Refused(
                        file,
                        facts == null ? null : facts.name(),
                        facts == null ? "" : facts.version().toString(),
                        checksum,
                        sentence));
        inbox.done(file);
        // A file that now holds something else, itself refused, leaves what it held before in use.
    }

    private void take(Jar jar) throws Refusal {
        jar.facts().check();
        String name = jar.facts().name();
        if (bundles.systemHas(name)) {
            throw new Refusal(
                    "has the Bundle-SymbolicName " + name + " of a part of Haumea itself");
        }
        Optional<Active> old = table.active(name);
        if (old.isPresent()) {
            Active before = old.get();
            boolean elsewhere = !before.file().equals(jar.file()) && inbox.exists(before.file());
            if (before.sha256().equals(jar.copy().sha256())) {
                keep(before, jar.file(), elsewhere);
                return;
            }
            if (elsewhere) {
                checkNewer(jar.facts().version(), before);
            }
        }
        Optional<Active> sameFile =
                table.activeFrom(jar.file()).filter(plugin -> !plugin.name().equals(name));
        Bundle fresh = bundles.install(jar.copy().path());
        Active taken = old.isPresent() ? replace(old.get(), fresh, jar) : begin(fresh, jar);
        table.forgive(jar.file());
        sameFile.ifPresent(this::remove);
        LOG.info("Plugin {} {} is in use: {}", name, taken.version(), offered(taken));
    }

    private void keep(Active before, String file, boolean elsewhere) throws Refusal {
        if (elsewhere) {
            throw new Refusal("is the same as " + before.file() + ", which is in use");
        }
        if (!before.file().equals(file)) {
            table.use(before.from(file));
            record();
        }
        table.forgive(file);
    }

    private static void checkNewer(Version version, Active before) throws Refusal {
        if (version.compareTo(before.version()) < 0) {
            throw new Refusal(
                    "is version "
                            + version
                            + " of "
                            + before.name()
                            + ", of which "
                            + before.file()
                            + " with version "
                            + before.version()
                            + " is in use: remove that file to go back");
        }
    }

    private Active begin(Bundle fresh, Jar jar) throws Refusal {
        try {
            Active plugin = start(fresh, jar);
            users.pluginsChanged();
            return plugin;
        } catch (Refusal e) {
            discard(fresh, jar.facts().name());
            throw e;
        }
    }

    private Active replace(Active old, Bundle fresh, Jar jar) throws Refusal {
        PluginUsers.Suspension pause = users.suspend(old.name());
        try {
            admission.retire(old.bundle());
            bundles.stop(old.bundle());
            Active plugin;
            try {
                plugin = start(fresh, jar);
            } catch (Refusal e) {
                discard(fresh, old.name());
                goBack(old, e);
                throw e;
            }
            bundles.uninstall(old.bundle());
            if (!old.file().equals(jar.file()) && inbox.exists(old.file())) {
                shadow(old, plugin);
            }
            return plugin;
        } finally {
            pause.end();
        }
    }

    private void shadow(Active old, Active plugin) {
        table.refuse(
                new Refused(
                        old.file(),
                        old.name(),
                        old.version().toString(),
                        old.sha256(),
                        old.file()
                                + " was replaced by "
                                + plugin.file()
                                + " with version "
                                + plugin.version()
                                + ": it can be removed"));
    }

    private Active start(Bundle fresh, Jar jar) throws Refusal {
        bundles.start(fresh);
        List<PluginInfo.OfferedType> types = admission.check(fresh, jar.facts().service());
        Active plugin =
                new Active(
                        jar.facts().name(),
                        jar.facts().version(),
                        jar.file(),
                        jar.copy().sha256(),
                        fresh,
                        types);
        table.use(plugin);
        record();
        admission.admit(fresh);
        return plugin;
    }

    private void discard(Bundle fresh, String name) {
        admission.retire(fresh);
        bundles.uninstall(fresh);
        if (table.active(name).filter(plugin -> plugin.bundle().equals(fresh)).isPresent()) {
            table.drop(name);
        }
    }

    private void goBack(Active old, Refusal cause) {
        try {
            bundles.start(old.bundle());
            table.use(old);
            admission.admit(old.bundle());
        } catch (Refusal e) {
            cause.addSuppressed(e);
            LOG.error("{}, put back after a failed replacement, {}", old.file(), e.predicate());
            bundles.uninstall(old.bundle());
            table.drop(old.name());
        }
    }

    private void remove(Active plugin) {
        PluginUsers.Suspension pause = users.suspend(plugin.name());
        try {
            admission.retire(plugin.bundle());
            bundles.uninstall(plugin.bundle());
            table.drop(plugin.name());
            store.record(table.record());
        } catch (HaumeaException e) {
            LOG.error("That plugin {} is removed can't be recorded", plugin.name(), e);
        } finally {
            pause.end();
        }
        LOG.info("Plugin {} {} is removed", plugin.name(), plugin.version());
    }

    private void record() throws Refusal {
        try {
            store.record(table.record());
        } catch (HaumeaException e) {
            throw new Refusal("can't be recorded: " + e.getMessage(), e);
        }
    }

    private static String offered(Active plugin) {
        return plugin.types().isEmpty()
                ? "a service"
                : String.join(
                        ", ",
                        plugin.types().stream()
                                .map(type -> type.kind() + " " + type.name())
                                .toList());
    }
}

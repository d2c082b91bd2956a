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

import io.haumea.server.config.ServerSettings;
import io.haumea.server.storage.DurableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns the inbox: the only code that installs, starts, stops or removes plugin bundles. One thing
 * happens at a time, whether the folder or a command brought it about.
 */
@Component(service = {PluginService.class, PluginHost.class})
public final class PluginHost implements PluginService {

    private static final Logger LOG = LoggerFactory.getLogger(PluginHost.class);

    private static final Duration PLUGIN_DEADLINE = Duration.ofSeconds(10);
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]*\\.jar");

    private final ReentrantLock lock = new ReentrantLock();
    private final Inbox inbox;
    private final PluginTable table = new PluginTable();
    private final PluginRegistry registry;
    private final PluginUsers users;
    private final PluginInstaller installer;
    private @Nullable InboxWatcher watcher;

    /**
     * Looks at nothing yet; see {@link #workThrough}.
     *
     * @param context the context to install bundles with
     * @param registry what bundles offer
     * @param users the rules
     * @param components tells how the components of a bundle are
     * @param settings where the folders are
     */
    @Activate
    public PluginHost(
            BundleContext context,
            @Reference PluginRegistry registry,
            @Reference PluginUsers users,
            @Reference ServiceComponentRuntime components,
            @Reference ServerSettings settings) {
        this(context, registry, users, components, settings.paths(), PLUGIN_DEADLINE);
    }

    PluginHost(
            BundleContext context,
            PluginRegistry registry,
            PluginUsers users,
            ServiceComponentRuntime components,
            ServerSettings.Paths paths,
            Duration deadline) {
        this.registry = registry;
        this.users = users;
        this.inbox = new Inbox(paths.inbox(), System::nanoTime);
        this.installer =
                new PluginInstaller(
                        inbox,
                        new PluginStore(paths.data().resolve("plugins")),
                        new PluginBundles(context, deadline),
                        new PluginAdmission(registry, new ComponentCheck(components)),
                        users,
                        table);
        new SystemWiring().register(context);
    }

    /**
     * Works through the folder, so that every jar is in use or refused, and from then on watches
     * it. Called once, before rules are started.
     */
    public void workThrough() {
        lock.lock();
        try {
            Files.createDirectories(inbox.folder());
            installer.restore();
            for (String file : inbox.files()) {
                installer.arrive(file);
            }
        } catch (IOException e) {
            LOG.error(
                    "The plugins folder {} can't be read: {}",
                    inbox.folder(),
                    DurableFile.reason(e));
        } finally {
            lock.unlock();
        }
        InboxWatcher started = new InboxWatcher(inbox.folder(), this::look);
        started.start();
        watcher = started;
    }

    /** Stops watching; plugins stay as they are. */
    @Deactivate
    public void close() {
        if (watcher != null) {
            watcher.close();
        }
    }

    @Override
    public List<PluginInfo> list() {
        return table.infos(users::rulesOf);
    }

    @Override
    public Optional<PluginInfo> find(String name) {
        return list().stream().filter(plugin -> plugin.name().equals(name)).findFirst();
    }

    @Override
    public PluginInfo install(String fileName, InputStream jar) {
        if (!FILE_NAME.matcher(fileName).matches()) {
            throw new PluginException(
                    "'"
                            + fileName
                            + "' can't be the name of a plugin's file: it must end in .jar"
                            + " and consist of letters, digits and _ . + -",
                    false);
        }
        lock.lock();
        try {
            Path part = inbox.path("." + fileName + ".part");
            Files.createDirectories(inbox.folder());
            Files.copy(jar, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(
                    part,
                    inbox.path(fileName),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            DurableFile.forceFolder(inbox.folder());
            installer.arrive(fileName);
        } catch (IOException e) {
            throw new PluginException(
                    fileName
                            + " can't be stored in "
                            + inbox.folder()
                            + ": "
                            + DurableFile.reason(e),
                    false);
        } finally {
            lock.unlock();
        }
        return fromFile(fileName)
                .orElseThrow(() -> new PluginException(fileName + " was taken away again", true));
    }

    private Optional<PluginInfo> fromFile(String fileName) {
        List<PluginInfo> all = list();
        return all.stream()
                .filter(plugin -> plugin.file().equals(fileName))
                .findFirst()
                .or(
                        () ->
                                all.stream()
                                        .filter(plugin -> plugin.refusalText().isPresent())
                                        .filter(
                                                plugin ->
                                                        plugin.refusalText()
                                                                .get()
                                                                .startsWith(fileName + " "))
                                        .findFirst());
    }

    @Override
    public void remove(String name) {
        lock.lock();
        try {
            PluginInfo plugin =
                    find(name)
                            .orElseThrow(
                                    () -> new PluginException("there is no plugin " + name, true));
            for (String other : table.refusedFilesOf(plugin.name())) {
                delete(other);
            }
            delete(plugin.file());
        } finally {
            lock.unlock();
        }
    }

    private void delete(String file) {
        try {
            Files.deleteIfExists(inbox.path(file));
        } catch (IOException e) {
            throw new PluginException(
                    file
                            + " can't be deleted from "
                            + inbox.folder()
                            + ": "
                            + DurableFile.reason(e),
                    false);
        }
        installer.depart(file);
    }

    @Override
    public List<String> types(String kind) {
        return registry.names(kind);
    }

    /** One look at the folder; returns whether it is worth to look again soon. */
    private boolean look() {
        lock.lock();
        try {
            Inbox.Look look = inbox.look();
            look.settled().forEach(installer::arrive);
            look.gone().forEach(installer::depart);
            return look.pending();
        } catch (IOException e) {
            LOG.warn(
                    "The plugins folder {} can't be read: {}",
                    inbox.folder(),
                    DurableFile.reason(e));
            return false;
        } finally {
            lock.unlock();
        }
    }
}

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

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.connect.ConnectContent;
import org.osgi.framework.connect.ConnectModule;
import org.osgi.framework.connect.ModuleConnector;

/**
 * OSGi Connect: system bundles take their classes from one class loader that has all their jars on
 * its path, which is what lets the JVM's class-data archive cover them. Everything else installed
 * later (plugins) stays an ordinary bundle with a class loader of its own.
 */
final class ClassPathConnector implements ModuleConnector {
    private final ClassLoader classLoader;
    private final Map<String, Path> jarByLocation = new HashMap<>();

    ClassPathConnector(ClassLoader classLoader, List<SystemBundle> bundles) {
        this.classLoader = classLoader;
        bundles.forEach(bundle -> jarByLocation.put(bundle.connected(), bundle.jar()));
    }

    @Override
    public void initialize(File storage, Map<String, String> configuration) {
        // Nothing is kept in the bundle cache.
    }

    @Override
    public Optional<ConnectModule> connect(String location) {
        return Optional.ofNullable(jarByLocation.get(location)).map(this::module);
    }

    @Override
    public Optional<BundleActivator> newBundleActivator() {
        return Optional.empty();
    }

    private ConnectModule module(Path jar) {
        return () -> new JarContent(jar, classLoader);
    }

    /** The entries of one jar; the framework opens and closes it. */
    private static final class JarContent implements ConnectContent {
        private final Path path;
        private final ClassLoader classLoader;
        private @Nullable JarFile jar;

        JarContent(Path path, ClassLoader classLoader) {
            this.path = path;
            this.classLoader = classLoader;
        }

        @Override
        public Optional<Map<String, String>> getHeaders() {
            return Optional.empty(); // the framework reads the manifest
        }

        @Override
        public Iterable<String> getEntries() {
            return opened().stream().map(ZipEntry::getName).toList();
        }

        @Override
        public Optional<ConnectEntry> getEntry(String name) {
            JarFile file = opened();
            return Optional.ofNullable(file.getEntry(name)).map(entry -> new Entry(file, entry));
        }

        @Override
        public Optional<ClassLoader> getClassLoader() {
            return Optional.of(classLoader);
        }

        @Override
        public synchronized void open() throws IOException {
            if (jar == null) {
                jar = new JarFile(path.toFile());
            }
        }

        @Override
        public synchronized void close() throws IOException {
            if (jar != null) {
                jar.close();
                jar = null;
            }
        }

        private synchronized JarFile opened() {
            if (jar == null) {
                throw new IllegalStateException(path + " is not open");
            }
            return jar;
        }
    }

    private record Entry(JarFile jar, ZipEntry entry) implements ConnectContent.ConnectEntry {
        @Override
        public String getName() {
            return entry.getName();
        }

        @Override
        public long getContentLength() {
            return entry.getSize();
        }

        @Override
        public long getLastModified() {
            return entry.getTime();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return jar.getInputStream(entry);
        }
    }
}

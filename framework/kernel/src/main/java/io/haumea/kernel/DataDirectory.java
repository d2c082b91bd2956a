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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The data directory while this process owns it: locked against a second instance, known to be
 * writable, with the process id in {@value #PID_FILE} for {@code haumea stop}.
 */
final class DataDirectory {
    static final String PID_FILE = "haumea.pid";
    private static final String LOCK_FILE = ".lock";

    /** Enough that a full disk shows at start, not at the first checkpoint. */
    private static final int PROBE_BYTES = 256 * 1024;

    private final KernelSettings settings;
    private final FileChannel lockFile;
    private final Path pidFile;

    private DataDirectory(KernelSettings settings, FileChannel lockFile) {
        this.settings = settings;
        this.lockFile = lockFile;
        this.pidFile = settings.data().resolve(PID_FILE);
    }

    /**
     * Makes the directories, checks that they can be written, and takes the lock.
     *
     * @throws StartFailure if a directory cannot be written or another instance holds the lock
     */
    static DataDirectory claim(KernelSettings settings) throws StartFailure {
        Path data = settings.data();
        makeWritable("data directory", data);
        DataDirectory claimed = new DataDirectory(settings, lock(data));
        try {
            probe("data directory", data);
            makeWritable("log directory", settings.log());
            probe("log directory", settings.log());
            claimed.writePid("starting");
        } catch (StartFailure e) {
            claimed.release();
            throw e;
        }
        return claimed;
    }

    /** Tells those who wait for it (such as {@code start --daemon}) that the server has started. */
    void markRunning() throws StartFailure {
        writePid("running");
    }

    /** Gives the directory up, once; a scratch directory is deleted. */
    void release() {
        if (!lockFile.isOpen()) {
            return;
        }
        try {
            Files.deleteIfExists(pidFile);
            lockFile.close();
            if (settings.scratch()) {
                deleteTree(settings.data());
            }
        } catch (IOException e) {
            System.err.println(
                    "haumea: cannot tidy up " + settings.data() + ": " + StartFailure.reason(e));
        }
    }

    private void writePid(String phase) throws StartFailure {
        String content = ProcessHandle.current().pid() + "\n" + phase + "\n";
        try {
            Files.writeString(pidFile, content, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw notWritable("data directory", settings.data(), e);
        }
    }

    private static FileChannel lock(Path data) throws StartFailure {
        FileChannel channel = null;
        try {
            channel =
                    FileChannel.open(
                            data.resolve(LOCK_FILE),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
            channel.close();
            throw taken(data, null);
        } catch (OverlappingFileLockException e) {
            closeQuietly(channel, e);
            throw taken(data, e);
        } catch (IOException e) {
            closeQuietly(channel, e);
            throw notWritable("data directory", data, e);
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel, Exception because) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                because.addSuppressed(e);
            }
        }
    }

    private static StartFailure taken(Path data, @Nullable Throwable cause) {
        return new StartFailure(
                "another server"
                        + owner(data)
                        + " uses the data directory "
                        + data
                        + "; stop it, or give this one a directory of its own with --data DIR",
                cause);
    }

    private static String owner(Path data) {
        try {
            String first = Files.readAllLines(data.resolve(PID_FILE)).get(0);
            return " (process " + Long.parseLong(first) + ")";
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            return ""; // it has not written its id yet; the sentence does without
        }
    }

    private static void makeWritable(String what, Path directory) throws StartFailure {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw notWritable(what, directory, e);
        }
    }

    private static void probe(String what, Path directory) throws StartFailure {
        Path file = directory.resolve(".probe");
        try {
            try (FileChannel channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.allocate(PROBE_BYTES);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(false);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw notWritable(what, directory, e);
        }
    }

    private static StartFailure notWritable(String what, Path directory, IOException cause) {
        return new StartFailure(
                "cannot write to the "
                        + what
                        + " "
                        + directory
                        + ": "
                        + StartFailure.reason(cause)
                        + "; free it, or choose another directory with --data DIR",
                cause);
    }

    private static void deleteTree(Path root) throws IOException {
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path directory, @Nullable IOException error) throws IOException {
                        if (error != null) {
                            throw error;
                        }
                        Files.delete(directory);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}

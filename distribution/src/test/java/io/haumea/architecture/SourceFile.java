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

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A parsed source.
 *
 * @param tree what the JDK's compiler reads in it
 * @param text all of it
 * @param code the text with spaces in place of comments, so that positions stay the same
 */
record SourceFile(CompilationUnitTree tree, SourcePositions positions, String text, String code) {

    static List<SourceFile> parse(List<Path> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<SourceFile> parsed = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, UTF_8)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    manager,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree tree : task.parse()) {
                String text = tree.getSourceFile().getCharContent(true).toString();
                parsed.add(new SourceFile(tree, positions, text, Comments.blank(text)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parsed;
    }

    /** Lines that hold more than blanks and comments. */
    int codeLines() {
        return codeLines(0, code.length());
    }

    /** Lines of code between the braces; what the compiler adds by itself has none. */
    int codeLinesInside(BlockTree block) {
        int start = (int) positions.getStartPosition(tree, block);
        int end = (int) positions.getEndPosition(tree, block);
        return end < 0 ? 0 : codeLines(start + 1, end - 1);
    }

    private int codeLines(int start, int end) {
        return (int) code.substring(start, end).lines().filter(line -> !line.isBlank()).count();
    }

    String packageName() {
        return tree.getPackageName().toString();
    }

    boolean isPackageInfo() {
        return path().endsWith("package-info.java");
    }

    boolean isTest() {
        return path().toString().contains("/src/test/");
    }

    boolean hasJavadoc() {
        return text.contains("/**");
    }

    Path path() {
        return Path.of(tree.getSourceFile().toUri());
    }

    /** Where something is, as an editor understands it: {@code path:line}. */
    String place(Tree part) {
        long start = positions.getStartPosition(tree, part);
        return path() + ":" + tree.getLineMap().getLineNumber(start);
    }
}

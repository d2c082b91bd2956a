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
package io.haumea.sql.analyze;

import io.haumea.sql.ast.Join;
import io.haumea.sql.ast.Select;
import io.haumea.sql.ast.StreamRef;
import io.haumea.sql.ast.SyntaxExpression;
import io.haumea.sql.error.NearestName;
import io.haumea.sql.error.Position;
import io.haumea.sql.error.SqlException;
import io.haumea.sql.stream.StreamCatalog;
import io.haumea.sql.stream.StreamDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The streams that an expression sees, of all that the statement has. Before the join each message
 * is looked at by itself: then a qualifier says nothing about which stream is meant.
 */
final class FromScope {

    private final List<StreamScope> all;
    private final List<StreamScope> visible;
    private final Stage stage;

    /** How far messages of several streams have come. */
    private enum Stage {
        /** Each message by itself. */
        MESSAGE,
        /** In the condition of a join. */
        JOIN,
        /** Joined, or there is one stream alone. */
        ROW
    }

    private FromScope(List<StreamScope> all, List<StreamScope> visible, Stage stage) {
        this.all = all;
        this.visible = visible;
        this.stage = stage;
    }

    /** Looks up the streams after FROM and JOIN. */
    static FromScope of(Select select, StreamCatalog streams) {
        List<StreamScope> all = new ArrayList<>();
        add(all, select.from().first(), streams);
        for (Join join : select.from().joins()) {
            add(all, join.stream(), streams);
        }
        boolean window =
                select.groupBy().stream().anyMatch(SyntaxExpression.Window.class::isInstance);
        if (all.size() > 1 && !window) {
            throw new SqlException(
                    "A JOIN needs a window in GROUP BY.",
                    select.from().joins().get(0).position(),
                    "Add one, such as GROUP BY TUMBLINGWINDOW(ss, 10).");
        }
        return new FromScope(all, all, Stage.ROW);
    }

    private static void add(List<StreamScope> all, StreamRef reference, StreamCatalog streams) {
        StreamScope added = StreamScope.of(all.size(), reference, find(reference, streams));
        if (all.stream().anyMatch(other -> other.calledName().equals(added.calledName()))) {
            throw new SqlException(
                    "Two streams of this statement are called " + added.calledName() + ".",
                    reference.position(),
                    "Give one of them another name with AS.");
        }
        all.add(added);
    }

    private static StreamDefinition find(StreamRef reference, StreamCatalog streams) {
        return streams.find(reference.name())
                .orElseThrow(
                        () ->
                                new SqlException(
                                        "fail to get stream "
                                                + reference.name()
                                                + ", please check if stream is created",
                                        reference.position(),
                                        NearestName.proposal(reference.name(), streams.names())
                                                .orElse(null)));
    }

    /** The messages of one stream by themselves, before they are joined. */
    FromScope only(int input) {
        return joined() ? new FromScope(all, List.of(all.get(input)), Stage.MESSAGE) : this;
    }

    /** The first streams, as the condition of a join sees them. */
    FromScope upTo(int input) {
        return new FromScope(all, all.subList(0, input + 1), Stage.JOIN);
    }

    /** All streams of the statement. */
    List<StreamScope> all() {
        return all;
    }

    /** The streams that can be seen. */
    List<StreamScope> visible() {
        return visible;
    }

    boolean joined() {
        return all.size() > 1;
    }

    /** Whether messages of several streams have not met yet. */
    boolean beforeJoin() {
        return stage != Stage.ROW;
    }

    /** Whether any stream that can be seen declares a column. */
    boolean declares(String name) {
        return visible.stream().anyMatch(stream -> stream.declared(name).isPresent());
    }

    /** Whether some stream that can be seen may have columns that it does not declare. */
    boolean schemaless() {
        return visible.stream().anyMatch(StreamScope::schemaless);
    }

    /**
     * The streams that a qualifier stands for: one, or all that can be seen if there is none.
     *
     * @throws SqlException if there is no such stream
     */
    List<StreamScope> find(@Nullable String qualifier, Position position) {
        if (qualifier == null) {
            return visible;
        }
        StreamScope found =
                called(qualifier, position)
                        .orElseThrow(
                                () ->
                                        new SqlException(
                                                "There is no stream "
                                                        + qualifier
                                                        + " in FROM, only "
                                                        + names()
                                                        + ".",
                                                position,
                                                NearestName.proposal(
                                                                qualifier,
                                                                all.stream()
                                                                        .map(
                                                                                StreamScope
                                                                                        ::calledName)
                                                                        .toList())
                                                        .orElse(
                                                                "Use -> for members of a"
                                                                        + " struct.")));
        if (stage == Stage.MESSAGE) {
            return visible;
        }
        if (!visible.contains(found)) {
            throw new SqlException(
                    "The stream " + qualifier + " is joined later and can't be used here.",
                    position,
                    "A condition after ON sees the streams before it and its own.");
        }
        return List.of(found);
    }

    private String names() {
        return all.stream().map(StreamScope::calledName).collect(Collectors.joining(", "));
    }

    /** What the statement calls a stream goes first, then the name of its definition. */
    private Optional<StreamScope> called(String qualifier, Position position) {
        for (StreamScope stream : all) {
            if (qualifier.equals(stream.calledName())) {
                return Optional.of(stream);
            }
        }
        List<StreamScope> found =
                all.stream()
                        .filter(
                                stream ->
                                        qualifier.equalsIgnoreCase(stream.calledName())
                                                || qualifier.equalsIgnoreCase(
                                                        stream.reference().name()))
                        .toList();
        if (found.size() > 1) {
            throw new SqlException(
                    "More than one stream of this statement is called " + qualifier + ".",
                    position,
                    "Use the names that AS gives them.");
        }
        return found.stream().findFirst();
    }
}

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
package io.haumea.sql.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.haumea.sql.ast.SyntaxExpression;
import io.haumea.sql.ast.SyntaxExpression.Literal;
import io.haumea.sql.error.Position;
import io.haumea.sql.plan.BinaryOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the reference's statement trees as expressions of ours. */
final class ReferenceTree {

    private static final Map<String, BinaryOperator> OPERATORS =
            Map.of(
                    "EQ", BinaryOperator.EQUAL,
                    "GT", BinaryOperator.GREATER,
                    "GTE", BinaryOperator.GREATER_OR_EQUAL,
                    "ADD", BinaryOperator.ADD,
                    "MUL", BinaryOperator.MULTIPLY,
                    "AND", BinaryOperator.AND,
                    "OR", BinaryOperator.OR);
    private static final Position NOWHERE = Position.START;

    private ReferenceTree() {}

    static SyntaxExpression expression(JsonObject node) {
        return switch (node.get("node").getAsString()) {
            case "FieldRef" -> column(node);
            case "MetaRef" ->
                    new SyntaxExpression.ColumnRef(null, text(node, "Name"), false, NOWHERE);
            case "Wildcard" -> new SyntaxExpression.Star(null, NOWHERE);
            case "IntegerLiteral" -> new Literal(node.get("Val").getAsLong(), NOWHERE);
            case "NumberLiteral" -> new Literal(node.get("Val").getAsDouble(), NOWHERE);
            case "StringLiteral" -> new Literal(text(node, "Val"), NOWHERE);
            case "BooleanLiteral" -> new Literal(node.get("Val").getAsBoolean(), NOWHERE);
            case "Call" -> call(node);
            case "BinaryExpr" -> binary(node);
            default -> throw new IllegalArgumentException("Unknown node in " + node);
        };
    }

    private static SyntaxExpression column(JsonObject node) {
        String stream = node.has("StreamName") ? text(node, "StreamName") : null;
        String name = text(node, "Name");
        return name.equals("*")
                ? new SyntaxExpression.Star(stream, NOWHERE)
                : new SyntaxExpression.ColumnRef(stream, name, false, NOWHERE);
    }

    private static SyntaxExpression call(JsonObject node) {
        List<SyntaxExpression> arguments = new ArrayList<>();
        JsonElement given = node.get("Args");
        if (given != null && given.isJsonArray()) {
            given.getAsJsonArray()
                    .forEach(item -> arguments.add(expression(item.getAsJsonObject())));
        }
        return new SyntaxExpression.Call(text(node, "Name"), arguments, NOWHERE);
    }

    private static SyntaxExpression binary(JsonObject node) {
        SyntaxExpression left = expression(node.getAsJsonObject("LHS"));
        JsonObject right = node.getAsJsonObject("RHS");
        String operator = text(node, "OP");
        if (operator.equals("ARROW")) {
            return new SyntaxExpression.Member(left, text(right, "Name"), NOWHERE);
        }
        if (operator.equals("SUBSET")) {
            return right.has("Index")
                    ? new SyntaxExpression.Element(left, right.get("Index").getAsLong(), NOWHERE)
                    : new SyntaxExpression.Slice(
                            left, bound(right, "Start"), bound(right, "End"), NOWHERE);
        }
        return new SyntaxExpression.Binary(
                OPERATORS.get(operator), left, expression(right), NOWHERE);
    }

    /** The reference has no place for an open bound: it writes 0 and -1. */
    private static @Nullable Long bound(JsonObject node, String name) {
        long value = node.get(name).getAsLong();
        return value == (name.equals("Start") ? 0 : -1) ? null : (Long) value;
    }

    private static String text(JsonObject node, String name) {
        return node.get(name).getAsString();
    }
}

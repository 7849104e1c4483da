/**
 * The language of the routes of {@code $edgeHub}: tokens, a tolerant parser, what edgeHub makes of
 * a condition, and what may be written at a caret. Knows a route and nothing around it: no
 * manifest, no module, no file. All ranges are UTF-16 offsets of the decoded text of the route.
 *
 * <p>Sources: the grammars and the compiler of edgeHub,
 * Azure/iotedge:edge-hub/core/src/Microsoft.Azure.Devices.Routing.Core (grammar/GrammarLexer.g4,
 * Condition.g4, Route.g4, RouteFactory.cs, query/ConditionVisitor.cs, query/builtins,
 * messageSources) and Microsoft.Azure.Devices.Edge.Hub.Core/routing/EndpointFactory.cs.
 */
package io.github.edgelint.embedded.route;

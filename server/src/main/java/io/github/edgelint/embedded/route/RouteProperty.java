package io.github.edgelint.embedded.route;

import java.util.List;
import java.util.Optional;

/**
 * A system property that edgeHub sets or reads; letter case of the name does not matter.
 *
 * <p>Source:
 * Azure/iotedge:edge-hub/core/src/Microsoft.Azure.Devices.Edge.Hub.Core/SystemProperties.cs.
 *
 * @param name without the dollar sign
 * @param documentation what the property holds, in Markdown
 */
public record RouteProperty(String name, String documentation) {

  private static final List<RouteProperty> ALL =
      List.of(
          new RouteProperty("connectionDeviceId", "Id of the device that sent the message."),
          new RouteProperty(
              "connectionModuleId",
              "Id of the module that sent the message; messages of downstream devices have none."),
          new RouteProperty("outputName", "Output through which a module sent the message."),
          new RouteProperty("inputName", "Input that the message was sent to."),
          new RouteProperty(
              "contentType", "Media type of the body. `$body` works only with `application/json`."),
          new RouteProperty(
              "contentEncoding",
              "Encoding of the body. `$body` works only with `utf-8`, `utf-16` and `utf-32`."),
          new RouteProperty("messageId", "Id that the sender gave the message."),
          new RouteProperty("correlationId", "Id of the message that this one answers."),
          new RouteProperty("cid", "Short name of `$correlationId`."),
          new RouteProperty("userId", "Id that the sender gave for itself."),
          new RouteProperty("enqueuedTime", "When the message arrived."),
          new RouteProperty("creationTime", "When the sender made the message."),
          new RouteProperty("messageSchema", "Kind of content, such as `twinChangeNotification`."),
          new RouteProperty("iothub-interface-id", "Digital twin interface of the sender."),
          new RouteProperty("dt-subject", "Component of the digital twin that sent the message."),
          new RouteProperty("modelId", "Digital twin model of the sender."),
          new RouteProperty("connectionAuthMethod", "How the sender authenticated."),
          new RouteProperty(
              "connectionDeviceGenerationId", "Generation of the identity of the sender."),
          new RouteProperty("to", "Address that the message was sent to."),
          new RouteProperty("ack", "Which feedback the sender asked for."),
          new RouteProperty("absolute-expiry-time", "When the message expires."),
          internal("operation"),
          internal("messageType"),
          internal("sequenceNumber"),
          internal("deliveryCount"),
          internal("lockToken"),
          internal("statusCode"),
          internal("version"));

  private static RouteProperty internal(String name) {
    return new RouteProperty(name, "For the inner workings of edgeHub; of little use in a route.");
  }

  /** All system properties, the ones used most first. */
  public static List<RouteProperty> all() {
    return ALL;
  }

  /** The property of a name without dollar sign, letter case aside. */
  public static Optional<RouteProperty> of(String name) {
    for (RouteProperty property : ALL) {
      if (property.name().equalsIgnoreCase(name)) {
        return Optional.of(property);
      }
    }
    return Optional.empty();
  }
}

/** Group 6xx: create options of containers, as the agent, aziot-edged and the engine read them. */
package io.github.edgelint.rules.container;

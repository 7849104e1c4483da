# syntax=docker/dockerfile:1
#   docker build -t edgelint .
#   docker run --rm --user "$(id -u):$(id -g)" -v "$PWD:/work" edgelint check .
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -q -ntp -pl server -am -Dfast -Dmaven.test.skip package
# The modules are those that the extension for VS Code is packed with.
RUN jlink --add-modules java.base,java.logging,java.xml,java.sql,jdk.zipfs \
    --strip-debug --no-header-files --no-man-pages --output server/target/dist/runtime

FROM debian:12-slim
COPY --from=build /build/server/target/dist /opt/edgelint
ENV JAVA_HOME=/opt/edgelint/runtime
# The class data archive of the build serves the Java of the build only.
RUN cd /opt/edgelint/lib \
    && ../runtime/bin/java -Xlog:disable -Xshare:dump -XX:SharedClassListFile=edgelint.classes \
       -XX:SharedArchiveFile=edgelint.jsa -jar /opt/edgelint/lib/edgelint-server.jar \
    && ln -s /opt/edgelint/bin/edgelint /usr/local/bin/edgelint \
    && useradd --system --no-create-home edgelint
USER edgelint
WORKDIR /work
ENTRYPOINT ["edgelint"]
CMD ["--help"]

@echo off
rem Runs edgelint with the Java of JAVA_HOME, or else of PATH.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" "-XX:SharedArchiveFile=%~dp0..\lib\edgelint.jsa" -Xshare:auto -Xlog:disable -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData %EDGELINT_JAVA_OPTIONS% -jar "%~dp0..\lib\edgelint-server.jar" %*
exit /b %ERRORLEVEL%

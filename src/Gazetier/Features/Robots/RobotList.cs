using System.Buffers;
using Gazetier.Features.Licensing;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Gazetier.Features.Robots;

/// <summary>Robots as a file lists them, with the addresses of those whose files are there. Never changes: another list takes its place.</summary>
public sealed class RobotList
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();
    private readonly SearchValues<string> _marks;
    private readonly Robot[] _longestFirst;
    private readonly IReadOnlyDictionary<string, RangeFile> _ranges;

    /// <param name="ranges">Addresses by the name of their file.</param>
    public RobotList(IReadOnlyList<Robot> robots, IReadOnlyDictionary<string, RangeFile> ranges)
    {
        All = robots;
        _ranges = ranges;
        _longestFirst = [.. robots.Where(robot => robot.Comes).OrderByDescending(robot => robot.Mark.Length)];
        _marks = SearchValues.Create([.. _longestFirst.Select(robot => robot.Mark)], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Robot> All { get; }

    /// <summary>Who that header says to be; null: nobody listed. One look, without an allocation: it is asked of every request.</summary>
    public Robot? Find(string agent)
    {
        var at = agent.AsSpan().IndexOfAny(_marks);
        return at < 0 ? null : Named(agent.AsSpan(at));
    }

    /// <summary>Null: no file says where that robot comes from.</summary>
    public RangeFile? FileOf(Robot robot) => _ranges.GetValueOrDefault(robot.Ranges);

    /// <exception cref="FormatException">It is no such file; the message says where.</exception>
    public static IReadOnlyList<Robot> Read(string yaml)
    {
        try
        {
            var entries = Yaml.Deserialize<List<RobotEntry?>>(yaml) ?? [];
            return entries.Count > 0
                ? [.. entries.Select((entry, at) => (entry ?? throw new FormatException($"Robot number {at + 1} is empty.")).ToRobot())]
                : throw new FormatException("No robot stands in it.");
        }
        catch (YamlException wrong)
        {
            throw new FormatException($"Line {wrong.Start.Line}: {wrong.InnerException?.Message ?? wrong.Message}", wrong);
        }
    }

    private Robot? Named(ReadOnlySpan<char> rest)
    {
        foreach (var robot in _longestFirst)
        {
            if (rest.StartsWith(robot.Mark, StringComparison.OrdinalIgnoreCase))
            {
                return robot;
            }
        }

        return null;
    }

    /// <summary>A line of the file, as it is written: a key without a value is null.</summary>
    private sealed class RobotEntry
    {
        public string? Name { get; set; }
        public string? Token { get; set; }
        public RobotClass? Class { get; set; }
        public string? Owner { get; set; }
        public bool? Comes { get; set; }
        public List<string?>? Domains { get; set; }
        public string? Ranges { get; set; }

        public Robot ToRobot()
        {
            var mark = (Name ?? "").Trim();
            var (token, ranges) = ((Token ?? mark).Trim(), (Ranges ?? "").Trim());
            // What is shorter would be found in what browsers call themselves; a line break would write rules into robots.txt.
            if (mark.Length is < 4 or > Robot.MaxName || token.Length is 0 or > Robot.MaxName || mark.Concat(token).Any(char.IsControl))
            {
                throw new FormatException($"“{mark}”: a name has 4 to {Robot.MaxName} signs.");
            }

            if (ranges != Path.GetFileName(ranges))
            {
                throw new FormatException($"“{mark}”: “{ranges}” is no name of a file in the folder robots.");
            }

            var domains = (Domains ?? []).ConvertAll(domain => (domain ?? "").Trim().Trim('.'));
            return Class is not { } kind || !Enum.IsDefined(kind) ? throw new FormatException($"“{mark}”: its class is one of {string.Join(", ", Enum.GetNames<RobotClass>())}.")
                : domains.Contains("") ? throw new FormatException($"“{mark}”: a domain is empty.")
                : new Robot(token, mark, token, kind, (Owner ?? "").Trim(), Comes ?? true, domains, ranges);
        }
    }
}

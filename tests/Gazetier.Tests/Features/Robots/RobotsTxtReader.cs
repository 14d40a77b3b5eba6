namespace Gazetier.Tests.Features.Robots;

/// <summary>Reads robots.txt as RFC 9309 has it, so that tests ask what a robot would conclude and not which words stand there.</summary>
public sealed class RobotsTxtReader
{
    private readonly List<(List<string> Agents, List<(string Name, string Value)> Rules)> _groups = [];

    public RobotsTxtReader(string text)
    {
        foreach (var (name, value) in text.Split('\n').Where(line => line.Contains(": ", StringComparison.Ordinal)).Select(line => (line[..line.IndexOf(':')], line[(line.IndexOf(':') + 2)..])))
        {
            if (name == "User-agent")
            {
                if (_groups.Count == 0 || _groups[^1].Rules.Count > 0)
                {
                    _groups.Add(([], []));
                }

                _groups[^1].Agents.Add(value);
            }
            else if (name is "Allow" or "Disallow" or "Content-Usage")
            {
                _groups[^1].Rules.Add((name, value));
            }
        }
    }

    /// <summary>The longest path wins; of two that are as long, the one that allows.</summary>
    public bool MayFetch(string agent, string path) => Rules(agent)
        .Where(rule => rule.Name != "Content-Usage" && path.StartsWith(rule.Value, StringComparison.Ordinal))
        .OrderByDescending(rule => rule.Value.Length).ThenBy(rule => rule.Name, StringComparer.Ordinal)
        .Select(rule => rule.Name == "Allow").FirstOrDefault(true);

    /// <summary>"train-ai=n", of the longest path; empty where nothing is said.</summary>
    public string Usage(string agent, string path) => Rules(agent).Where(rule => rule.Name == "Content-Usage")
        .Select(rule => rule.Value.StartsWith('/') ? (Path: rule.Value.Split(' ', 2)[0], Said: rule.Value.Split(' ', 2)[1]) : (Path: "/", Said: rule.Value))
        .Where(rule => path.StartsWith(rule.Path, StringComparison.Ordinal)).OrderByDescending(rule => rule.Path.Length).Select(rule => rule.Said).FirstOrDefault("");

    private List<(string Name, string Value)> Rules(string agent)
    {
        var own = _groups.Where(group => group.Agents.Contains(agent, StringComparer.OrdinalIgnoreCase)).ToList();
        return [.. (own.Count > 0 ? own : _groups.Where(group => group.Agents.Contains("*"))).SelectMany(group => group.Rules)];
    }
}
